import { Drawer, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { WebhookMessageRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { StateBadge } from '@/ui/state-badge';
import { MessageStateBadge } from './webhook-words';
import classes from './webhooks.module.css';

/** Why nothing was heard, as the server calls it. */
const ERRORS = ['STATUS', 'REDIRECT', 'NO_ANSWER', 'ANSWER_TOO_LARGE', 'FORBIDDEN_ADDRESS'] as const;

interface AttemptsDrawerProps {
  message: WebhookMessageRowFragment;
  onClose: () => void;
}

/** Every try of one message, latest first: what was answered and how long that took; never what an answer said. */
export default function AttemptsDrawer({ message, onClose }: AttemptsDrawerProps) {
  const { t } = useTranslation(['webhooks', 'enums', 'common']);
  const { dateTime } = useFormats();
  const { duration } = useMeasures();
  const { id, kind, state, nextAttemptAt } = message;
  const wordOf = (error: string | null | undefined) => {
    const known = ERRORS.find((each) => each === error);
    return known ? t(`webhooks:attempts.errors.${known}`) : (error ?? t('webhooks:attempts.errors.NO_ANSWER'));
  };
  const latestFirst = [...message.attempts].sort((one, other) => other.number - one.number);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={t(`enums:webhookKind.${kind}`)}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <MessageStateBadge state={state} />
        <span className={classes.url}>{id}</span>
        {state === 'QUEUED' && nextAttemptAt ? (
          <Text size="sm">{t('webhooks:attempts.next', { at: dateTime(nextAttemptAt) })}</Text>
        ) : null}
        <ol className={classes.attempts} aria-label={t('webhooks:fields.attempts')}>
          {latestFirst.map(({ number, at, status, error, milliseconds }) => (
            <li key={number}>
              <span className={classes.number}>{number}</span>
              <StateBadge
                tone={status && status >= 200 && status < 300 ? 'good' : 'bad'}
                label={status ? t('webhooks:attempts.status', { status }) : wordOf(error)}
              />
              <time dateTime={at} className={classes.dimmed}>
                {dateTime(at)}
              </time>
              <span className={classes.dimmed}>{duration(milliseconds)}</span>
            </li>
          ))}
        </ol>
      </Stack>
    </Drawer>
  );
}
