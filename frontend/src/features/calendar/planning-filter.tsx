import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inboxRecipient } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

/** What one is to answer, at the desk everything; or only what one is on. */
export function useDueFilter(mine: boolean) {
  const recipientId = inboxRecipient(useViewer());
  return mine ? ({ assignee: 'ME' } as const) : { recipientId };
}

export function MineButton({ pressed, onToggle }: { pressed: boolean; onToggle: () => void }) {
  const { t } = useTranslation('calendar');
  return (
    <Button variant={pressed ? 'light' : 'default'} fw={500} aria-pressed={pressed} onClick={onToggle}>
      {t('mine')}
    </Button>
  );
}
