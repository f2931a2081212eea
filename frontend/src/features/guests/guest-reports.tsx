import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestReport } from '@/gql/graphql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { Section } from '@/ui/section';
import { ReportGuestAction } from './guest-action';
import type { GuestActionProps } from './guest-action-page';
import classes from './guests.module.css';

/** That it has begun, that it was done: asked once more before it is sent, for it cannot be taken back. */
export function GuestReports({ action, token, onAnswered, onEnded, onStale }: GuestActionProps) {
  const { t } = useTranslation(['guests', 'common']);
  const [asked, setAsked] = useState<GuestReport | null>(null);
  const [done, setDone] = useState<GuestReport | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const { run, running } = usePublicCommand(ReportGuestAction, token);
  if (action.allowedReports.length === 0 && !done) return null;
  const send = async (report: GuestReport) => {
    setMessage(null);
    const outcome = await run({ input: { expectedVersion: action.version, report } });
    if (outcome.ok && outcome.payload.action) {
      onAnswered(outcome.payload.action);
      setAsked(null);
      setDone(report);
    } else if (!outcome.ok) {
      if (outcome.failure.code === 'TOKEN_INVALID') return onEnded();
      if (outcome.failure.code === 'STALE_VERSION') onStale();
      setMessage(outcome.failure.message);
    }
  };
  return (
    <Section title={t('report.title')}>
      <div className={classes.answers}>
        <p role="status" className={classes.done}>
          {done ? t(`report.saved.${done}`) : null}
        </p>
        <FailureNote message={message} />
        <Group gap="xs" className={classes.buttons}>
          {action.allowedReports.map((report) => (
            <Button
              key={report}
              size="sm"
              variant={asked === report ? 'default' : 'filled'}
              aria-expanded={asked === report}
              onClick={() => {
                setMessage(null);
                setAsked(asked === report ? null : report);
              }}
            >
              {t(`report.${report}`)}
            </Button>
          ))}
        </Group>
        {asked ? (
          // biome-ignore lint/a11y/useSemanticElements: a question with two answers, not a set of fields
          <div role="group" className={classes.form} aria-label={t(`report.${asked}`)}>
            <Stack gap="sm">
              <Text size="sm">{t(`report.texts.${asked}`)}</Text>
              <Group gap="xs" justify="flex-end">
                <Button size="sm" variant="default" onClick={() => setAsked(null)}>
                  {t('common:cancel')}
                </Button>
                <Button size="sm" loading={running} autoFocus onClick={() => void send(asked)}>
                  {t(`report.submit.${asked}`)}
                </Button>
              </Group>
            </Stack>
          </div>
        ) : null}
      </div>
    </Section>
  );
}
