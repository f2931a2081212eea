import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendance } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { Section } from '@/ui/section';
import { useFailure } from '@/ui/use-failure';
import { AnswerGuestAttendance } from './guest-action';
import type { GuestActionProps } from './guest-action-page';
import classes from './guests.module.css';

/** Whether the officer comes: said with one touch; who does not come says why. */
export function GuestAttendance(props: GuestActionProps) {
  const { t } = useTranslation('guests');
  const { dateTime } = useFormats();
  const { action } = props;
  const [declining, setDeclining] = useState(false);
  const { attendance, attendanceAt, attendanceNote, mayAnswerAttendance } = action;
  const { answer, running, failure } = useAnswer(props);
  if (!attendance && !mayAnswerAttendance) return null;
  return (
    <Section title={t('attendance.title')}>
      <div className={classes.answers}>
        <p role="status" className={classes.done}>
          {attendance ? t(`attendance.states.${attendance}`, { at: attendanceAt ? dateTime(attendanceAt) : '' }) : null}
        </p>
        {attendanceNote ? <p className={classes.note}>{attendanceNote}</p> : null}
        {declining ? null : <FailureNote message={failure.message} />}
        {mayAnswerAttendance ? (
          <Group gap="xs" className={classes.buttons}>
            <Button
              size="sm"
              variant={attendance === 'CONFIRMED' ? 'default' : 'filled'}
              loading={running && !declining}
              onClick={() => {
                setDeclining(false);
                void answer('CONFIRMED');
              }}
            >
              {t('attendance.CONFIRMED')}
            </Button>
            <Button size="sm" variant="default" aria-expanded={declining} onClick={() => setDeclining(!declining)}>
              {t('attendance.DECLINED')}
            </Button>
          </Group>
        ) : null}
        {declining && mayAnswerAttendance ? <DeclineForm {...props} onClose={() => setDeclining(false)} /> : null}
      </div>
    </Section>
  );
}

function useAnswer({ action, token, onAnswered, onEnded, onStale }: GuestActionProps) {
  const { run, running } = usePublicCommand(AnswerGuestAttendance, token);
  const form = useForm({ initialValues: { note: '' } });
  const failure = useFailure(form);
  const answer = async (attendance: Attendance, note?: string): Promise<boolean> => {
    failure.clear();
    const outcome = await run({ input: { expectedVersion: action.attendanceVersion, attendance, note } });
    if (outcome.ok) {
      if (outcome.payload.action) onAnswered(outcome.payload.action);
      return true;
    }
    if (outcome.failure.code === 'TOKEN_INVALID') onEnded();
    else {
      if (outcome.failure.code === 'STALE_VERSION') onStale();
      failure.show(outcome.failure);
    }
    return false;
  };
  return { answer, running, failure, form };
}

function DeclineForm({ onClose, ...props }: GuestActionProps & { onClose: () => void }) {
  const { t } = useTranslation(['guests', 'common']);
  const { answer, running, failure, form } = useAnswer(props);
  const submit = form.onSubmit(async ({ note }) => {
    if (!note.trim()) {
      form.setFieldError('note', t('attendance.noteNeeded'));
      form.getInputNode('note')?.focus();
      return;
    }
    if (await answer('DECLINED', note.trim())) onClose();
  });
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={t('attendance.DECLINED')}>
      <Stack gap="sm">
        <FailureNote message={failure.message} />
        <Text size="sm">{t('attendance.declineText', { name: props.action.contactName })}</Text>
        <Textarea
          label={t('attendance.note')}
          required
          rows={3}
          maxLength={1000}
          autoFocus
          {...form.getInputProps('note')}
        />
        <Group gap="xs" justify="flex-end">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="sm" type="submit" color="red" loading={running}>
            {t('attendance.DECLINED')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
