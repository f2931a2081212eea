import { useTranslation } from 'react-i18next';
import type { ImportReason, ImportState, ImportVerdict, LeadImportOutcome } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './imports.module.css';

const VERDICT_TONES: Record<ImportVerdict, Tone> = {
  UNDERSTOOD: 'good',
  PARTLY: 'attention',
  KEPT: 'progress',
  SKIPPED: 'neutral',
};

const OUTCOME_TONES: Record<LeadImportOutcome, Tone> = {
  CREATED: 'good',
  WOULD_CREATE: 'good',
  ALREADY_THERE: 'neutral',
  REFUSED: 'bad',
};

const STATE_TONES: Record<ImportState, Tone> = {
  RUNNING: 'progress',
  DONE: 'good',
  CANCELLED: 'neutral',
  FAILED: 'bad',
};

/** What becomes of an element: of its lead where one is made of it, else of itself. */
export function Fate({ verdict, outcome }: { verdict: ImportVerdict; outcome?: LeadImportOutcome | null }) {
  const { t } = useTranslation('imports');
  if (outcome) return <StateBadge tone={OUTCOME_TONES[outcome]} label={t(`outcome.${outcome}`)} />;
  return <StateBadge tone={VERDICT_TONES[verdict]} label={t(`verdict.${verdict}`)} />;
}

export function ImportStateBadge({ state }: { state: ImportState }) {
  const { t } = useTranslation('imports');
  return <StateBadge tone={STATE_TONES[state]} label={t(`state.${state}`)} />;
}

export function Why({ reason, fields }: { reason?: ImportReason | null; fields: readonly string[] }) {
  const { t } = useTranslation('imports');
  if (!reason) return null;
  return (
    <span className={classes.why}>
      {t(`reason.${reason}`)}
      {fields.length > 0 ? ` (${fields.join(', ')})` : ''}
    </span>
  );
}
