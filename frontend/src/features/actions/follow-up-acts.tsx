import { Button } from '@mantine/core';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpStep, OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import type { SeizureLine } from './action-seizures';
import type { Suspect } from './action-suspects';
import classes from './actions.module.css';

/** What is done to an entry: a step, and the suspect or the goods it is done to. */
export type OpenEntry =
  | { step: Exclude<FollowUpStep, 'VERIFY_STAGE'>; suspect: Suspect; seizure?: undefined }
  | { step: 'VERIFY_STAGE'; suspect: Suspect; stage: Suspect['stages'][number]; seizure?: undefined }
  | { step: FollowUpStep; seizure: SeizureLine; suspect?: undefined };

const StageDialog = lazy(() => import('./dialogs/stage-dialog'));
const VerifyStageDialog = lazy(() => import('./dialogs/verify-stage-dialog'));
const RevealSuspectDialog = lazy(() => import('./dialogs/reveal-suspect-dialog'));
const DispositionDialog = lazy(() => import('./dialogs/disposition-dialog'));
const AskDestructionDialog = lazy(() => import('./dialogs/ask-destruction-dialog'));
const DecideDestructionDialog = lazy(() => import('./dialogs/decide-destruction-dialog'));
const EndFollowUpDialog = lazy(() => import('./dialogs/end-follow-up-dialog'));
const StrikeDialog = lazy(() => import('./dialogs/strike-dialog'));

interface EntryDialogProps {
  action: OfflineActionPageFragment;
  open: OpenEntry;
  onClose: () => void;
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
export function EntryDialog({ action, open, onClose, onStale }: EntryDialogProps) {
  const common = { onClose, onStale };
  const { suspect, seizure } = open;
  if (open.step === 'STRIKE') return <StrikeDialog action={action} entry={suspect ?? seizure} {...common} />;
  if (open.step === 'END') return <EndFollowUpDialog entry={suspect ?? seizure} {...common} />;
  if (suspect) {
    if (open.step === 'RECORD_STAGE') return <StageDialog suspect={suspect} {...common} />;
    if (open.step === 'VERIFY_STAGE') return <VerifyStageDialog suspect={suspect} stage={open.stage} {...common} />;
    if (open.step === 'REVEAL') return <RevealSuspectDialog suspect={suspect} {...common} />;
    return null;
  }
  if (open.step === 'RECORD_DISPOSITION') return <DispositionDialog seizure={seizure} {...common} />;
  if (open.step === 'ASK_DESTRUCTION') return <AskDestructionDialog action={action} seizure={seizure} {...common} />;
  if (open.step === 'DECIDE_DESTRUCTION')
    return <DecideDestructionDialog action={action} seizure={seizure} {...common} />;
  return null;
}

/** What the entry waits for comes first; stages are verified where they stand. */
const ACTS = [
  'DECIDE_DESTRUCTION',
  'RECORD_STAGE',
  'RECORD_DISPOSITION',
  'ASK_DESTRUCTION',
  'REVEAL',
  'END',
  'STRIKE',
] as const satisfies FollowUpStep[];
export type EntryAct = (typeof ACTS)[number];

const LIGHT: readonly FollowUpStep[] = ['DECIDE_DESTRUCTION', 'RECORD_STAGE', 'RECORD_DISPOSITION'];

interface EntryActsProps {
  /** What the entry is called, for who hears the buttons only. */
  label: string;
  allowed: readonly FollowUpStep[];
  onAct: (step: EntryAct) => void;
}

/** Only what the server lists in `allowedActions` is offered. */
export function EntryActs({ label, allowed, onAct }: EntryActsProps) {
  const { t } = useTranslation('actions');
  const { labelled } = useFormats();
  const acts = ACTS.filter((step) => allowed.includes(step));
  if (acts.length === 0) return null;
  return (
    <div className={classes.acts}>
      {acts.map((step) => (
        <Button
          key={step}
          size="compact-xs"
          variant={LIGHT.includes(step) ? 'light' : step === 'STRIKE' ? 'subtle' : 'default'}
          color={step === 'STRIKE' ? 'red' : undefined}
          aria-label={labelled(t(`followUp.steps.${step}`), label)}
          onClick={() => onAct(step)}
        >
          {t(`followUp.steps.${step}`)}…
        </Button>
      ))}
    </div>
  );
}
