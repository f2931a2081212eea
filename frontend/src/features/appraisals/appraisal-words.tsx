import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AppraisalConclusion, AppraisalDueFragment, AppraisalState, CaseState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './appraisals.module.css';
import { dueOf } from './due';

graphql(`
  fragment AppraisalDue on Appraisal {
    id
    state
    dueOn
    dueAt
    provisional
    overdue
  }
`);

const STATES: Record<AppraisalState, Tone> = {
  ORDERED: 'attention',
  TAKEN_UP: 'progress',
  IN_PROGRESS: 'progress',
  REPORTED: 'attention',
  AGREED: 'progress',
  CONTESTED: 'bad',
  REINSPECTION: 'attention',
  FINAL: 'good',
  DECLINED: 'neutral',
  CANCELLED: 'neutral',
};

/** A counterfeit is what was looked for: neither good nor bad news, so only what is unsure stands out. */
const CONCLUSIONS: Record<AppraisalConclusion, Tone> = {
  GENUINE: 'good',
  COUNTERFEIT: 'bad',
  GREY_MARKET: 'attention',
  ALTERED: 'attention',
  INCONCLUSIVE: 'neutral',
  UNABLE: 'neutral',
};

const CASES: Record<CaseState, Tone> = {
  NONE: 'neutral',
  PENDING: 'progress',
  CONFLICT: 'bad',
  CONTESTED: 'bad',
  CONCLUDED: 'good',
};

export function AppraisalStateBadge({ state }: { state: AppraisalState }) {
  const { t } = useTranslation('appraisals');
  return <StateBadge tone={STATES[state]} label={t(`states.${state}`)} />;
}

export function ConclusionBadge({ conclusion }: { conclusion: AppraisalConclusion }) {
  const { t } = useTranslation('appraisals');
  return <StateBadge tone={CONCLUSIONS[conclusion]} label={t(`conclusions.${conclusion}`)} />;
}

export function CaseStateBadge({ state }: { state: CaseState }) {
  const { t } = useTranslation('appraisals');
  return <StateBadge tone={CASES[state]} label={t(`cases.${state}`)} />;
}

/** That the appraiser does not know whose good it is. */
export function BlindBadge() {
  const { t } = useTranslation('appraisals');
  return (
    <span className={classes.blind}>
      <IconEyeOff size={13} aria-hidden />
      {t('blind.badge')}
    </span>
  );
}

/** "due Fri 27 Feb": the words say it, the colour only hurries. */
export function DueBadge({ appraisal }: { appraisal: AppraisalDueFragment }) {
  const { t } = useTranslation('appraisals');
  const { day } = useFormats();
  const due = dueOf(appraisal);
  if (!due) return null;
  const star = appraisal.provisional && due.text === 'due' ? ' *' : '';
  return (
    <span title={star ? t('due.provisional') : undefined}>
      <StateBadge tone={due.tone} label={`${t(`due.${due.text}`, { day: day(appraisal.dueOn) })}${star}`} />
    </span>
  );
}
