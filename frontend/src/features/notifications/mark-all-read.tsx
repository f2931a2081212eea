import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';

const MarkAllNotificationsRead = graphql(`
  mutation MarkAllNotificationsRead {
    markAllNotificationsRead {
      unread
      userErrors {
        code
        message
      }
    }
  }
`);

export function MarkAllRead({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('notifications');
  const { run, running } = useCommand(MarkAllNotificationsRead);
  const mark = async () => {
    const outcome = await run({});
    if (outcome.ok) onDone();
    else void notify(failureText(outcome.failure));
  };
  return (
    <Button variant="subtle" color="gray" size="compact-sm" loading={running} onClick={() => void mark()}>
      {t('readAll')}
    </Button>
  );
}
