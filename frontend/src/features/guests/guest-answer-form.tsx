import { Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormErrors, useForm } from '@mantine/form';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type GuestAnswerInput, ReferralDeclineReason, ReferralResult } from '@/gql/graphql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import type { GuestAnswer, GuestAnswersProps } from './guest-answers';
import { AnswerGuestReferral } from './guest-referral';
import classes from './guests.module.css';

/** What is answered with words. */
export type WordedAnswer = Exclude<GuestAnswer, 'ACKNOWLEDGE' | 'OPEN_PACKAGE'>;

interface Words {
  note: string;
  fileNumber: string;
  reason: ReferralDeclineReason | '';
  result: ReferralResult | '';
  used: boolean;
  useful: boolean;
}

const EMPTY: Words = { note: '', fileNumber: '', reason: '', result: '', used: false, useful: false };

/** The words as the server reads them. */
function answerOf(action: WordedAnswer, words: Words): GuestAnswerInput {
  const { fileNumber, reason, result, used, useful } = words;
  const note = words.note.trim() || undefined;
  switch (action) {
    case 'REQUEST_INFORMATION':
      return { requestInformation: words.note.trim() };
    case 'EXTEND_DECISION':
      return { extendDecision: words.note.trim() };
    case 'ACCEPT':
      return { accept: { fileNumber: fileNumber.trim(), note } };
    case 'DECLINE':
      return { decline: { reason: reason || 'OTHER', note } };
    case 'GIVE_FEEDBACK':
      return { giveFeedback: { used, useful, result: result || 'OTHER', note } };
  }
}

/** What is missing before it can be sent. */
function missing(action: WordedAnswer, words: Words, t: TFunction<['referrals', 'common']>): FormErrors {
  const note = words.note.trim();
  const other = (chosen: string) => (chosen === 'OTHER' && !note ? { note: t('form.otherNeeded') } : {});
  switch (action) {
    case 'REQUEST_INFORMATION':
    case 'EXTEND_DECISION':
      return note ? {} : { note: t('form.noteNeeded') };
    case 'ACCEPT':
      return words.fileNumber.trim() ? {} : { fileNumber: t('form.fileNumberNeeded') };
    case 'DECLINE':
      return words.reason ? other(words.reason) : { reason: t('form.reasonNeeded') };
    case 'GIVE_FEEDBACK':
      return words.result ? other(words.result) : { result: t('form.resultNeeded') };
  }
}

interface GuestAnswerFormProps extends GuestAnswersProps {
  action: WordedAnswer;
  onClose: () => void;
}

/** Stands in the page, where a phone's keyboard does not push it away. */
export function GuestAnswerForm({
  action,
  referral,
  token,
  onAnswered,
  onEnded,
  onStale,
  onClose,
}: GuestAnswerFormProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const { run, running } = usePublicCommand(AnswerGuestReferral, token);
  const form = useForm<Words>({ initialValues: EMPTY, validate: (words) => missing(action, words, t) });
  const failure = useFailure(form);

  const submit = form.onSubmit(
    async (words) => {
      failure.clear();
      const outcome = await run({ input: { expectedVersion: referral.version, answer: answerOf(action, words) } });
      if (outcome.ok && outcome.payload.referral) return onAnswered(outcome.payload.referral);
      if (outcome.ok) return;
      if (outcome.failure.code === 'TOKEN_INVALID') return onEnded();
      if (outcome.failure.code === 'STALE_VERSION') onStale();
      failure.show(outcome.failure);
    },
    (errors) => {
      const [first] = Object.keys(errors);
      if (first) form.getInputNode(first)?.focus();
    },
  );
  const chooses = action === 'DECLINE' || action === 'GIVE_FEEDBACK';
  const isQuestion = action === 'REQUEST_INFORMATION' || action === 'EXTEND_DECISION';
  const submitLabel = t(isQuestion ? `submit.${action}` : `actions.${action}`);
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={t(`actions.${action}`)}>
      <Stack gap="sm">
        <FailureNote message={failure.message} />
        <Text size="sm" fw={600}>
          {t(`actions.${action}`)}
        </Text>
        <Text size="sm">{t(`texts.${action}`)}</Text>
        {action === 'ACCEPT' ? (
          <TextInput
            label={t('fields.fileNumber')}
            required
            maxLength={200}
            autoFocus
            {...form.getInputProps('fileNumber')}
          />
        ) : null}
        {action === 'GIVE_FEEDBACK' ? (
          <>
            <Checkbox label={t('feedback.wasUsed')} {...form.getInputProps('used', { type: 'checkbox' })} />
            <Checkbox label={t('feedback.wasUseful')} {...form.getInputProps('useful', { type: 'checkbox' })} />
          </>
        ) : null}
        {chooses ? (
          <NativeSelect
            label={t(action === 'DECLINE' ? 'fields.declineReason' : 'fields.result')}
            required
            data={[
              { value: '', label: '–' },
              ...(action === 'DECLINE'
                ? Object.values(ReferralDeclineReason).map((value) => ({ value, label: t(`declineReasons.${value}`) }))
                : Object.values(ReferralResult).map((value) => ({ value, label: t(`results.${value}`) }))),
            ]}
            {...form.getInputProps(action === 'DECLINE' ? 'reason' : 'result')}
          />
        ) : null}
        <Textarea
          label={isQuestion ? t(`notes.${action}`) : t('fields.note')}
          required={isQuestion}
          rows={3}
          maxLength={2000}
          autoFocus={isQuestion}
          {...form.getInputProps('note')}
        />
        <Group gap="xs" justify="flex-end">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="sm" type="submit" color={action === 'DECLINE' ? 'red' : undefined} loading={running}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
