import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuestReferralFragment, ReferralAction } from '@/gql/graphql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { Section } from '@/ui/section';
import { GuestAnswerForm } from './guest-answer-form';
import { GuestPackageForm } from './guest-package-form';
import { AnswerGuestReferral } from './guest-referral';
import classes from './guests.module.css';

/** What a guest can do, the likeliest first. */
const ANSWERS = [
  'ACKNOWLEDGE',
  'ACCEPT',
  'GIVE_FEEDBACK',
  'OPEN_PACKAGE',
  'REQUEST_INFORMATION',
  'DECLINE',
  'EXTEND_DECISION',
] as const satisfies ReferralAction[];
export type GuestAnswer = (typeof ANSWERS)[number];
/** What takes it further; there is one of these at a time. */
const FORWARD: GuestAnswer[] = ['ACKNOWLEDGE', 'ACCEPT', 'GIVE_FEEDBACK'];

export interface GuestAnswersProps {
  referral: GuestReferralFragment;
  token: string;
  onAnswered: (referral: GuestReferralFragment) => void;
  onEnded: () => void;
  onStale: () => void;
}

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function GuestAnswers(props: GuestAnswersProps) {
  const { t } = useTranslation(['guests', 'referrals']);
  const { referral, token, onAnswered, onEnded, onStale } = props;
  const [asked, setAsked] = useState<GuestAnswer | null>(null);
  const [done, setDone] = useState<GuestAnswer | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const { run, running } = usePublicCommand(AnswerGuestReferral, token);
  const allowed = ANSWERS.filter((action) => referral.allowedActions.includes(action));

  const acknowledge = async () => {
    const outcome = await run({ input: { expectedVersion: referral.version, answer: { acknowledge: true } } });
    if (outcome.ok && outcome.payload.referral) {
      onAnswered(outcome.payload.referral);
      setDone('ACKNOWLEDGE');
    } else if (!outcome.ok) {
      if (outcome.failure.code === 'TOKEN_INVALID') return onEnded();
      if (outcome.failure.code === 'STALE_VERSION') onStale();
      setMessage(outcome.failure.message);
    }
  };
  const choose = (action: GuestAnswer) => {
    setMessage(null);
    setDone(null);
    if (action === 'ACKNOWLEDGE') return void acknowledge();
    setAsked(asked === action ? null : action);
  };
  const finished = (action: GuestAnswer) => {
    setAsked(null);
    setDone(action);
  };

  if (allowed.length === 0 && !done) return null;
  return (
    <Section title={t('answers')}>
      <div className={classes.answers}>
        <p role="status" className={classes.done}>
          {done ? t(`saved.${done}`) : null}
        </p>
        <FailureNote message={message} />
        <Group gap="xs" className={classes.buttons}>
          {allowed.map((action) => (
            <Button
              key={action}
              size="sm"
              variant={FORWARD.includes(action) ? 'filled' : 'default'}
              loading={action === 'ACKNOWLEDGE' && running}
              aria-expanded={action === 'ACKNOWLEDGE' ? undefined : asked === action}
              onClick={() => choose(action)}
            >
              {t(`referrals:actions.${action}`)}
            </Button>
          ))}
        </Group>
        {asked === 'OPEN_PACKAGE' ? (
          <GuestPackageForm
            token={token}
            onEnded={onEnded}
            onClose={() => setAsked(null)}
            onDone={() => {
              finished('OPEN_PACKAGE');
              onStale();
            }}
          />
        ) : null}
        {asked && asked !== 'OPEN_PACKAGE' && asked !== 'ACKNOWLEDGE' ? (
          <GuestAnswerForm
            key={asked}
            action={asked}
            {...props}
            onClose={() => setAsked(null)}
            onAnswered={(next) => {
              onAnswered(next);
              finished(asked);
            }}
          />
        ) : null}
      </div>
    </Section>
  );
}
