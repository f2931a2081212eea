import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { ActionCosts } from './action-costs';
import { ActionSeizures } from './action-seizures';
import { ActionSuspects } from './action-suspects';
import classes from './actions.module.css';
import { EntryDialog, type OpenEntry } from './follow-up-acts';
import { OutcomeHistory } from './outcome-history';
import { useQuantity } from './use-quantity';

graphql(`
  fragment ActionOutcomeOf on OfflineAction {
    id
    outcome {
      revision
      submittedBy {
        id
        name
      }
      submittedAt
      verifiedBy {
        id
        name
      }
      verifiedAt
      reason
      suspects {
        ...SuspectRecord
      }
      seizures {
        ...SeizureLine
      }
      values {
        basis
        amount
        currency
        lines
      }
      quantities {
        unit
        quantity
        lines
      }
    }
    ...ActionCosts
  }
`);

interface ActionOutcomeProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** What came of it: each suspect by its stage, each pallet by where it is; sums never mix bases, currencies or units. */
export function ActionOutcome({ action, onStale }: ActionOutcomeProps) {
  const { t } = useTranslation(['actions', 'referrals']);
  const { dateTime, money } = useFormats();
  const inWords = useQuantity();
  const [open, setOpen] = useState<OpenEntry>();
  const { outcome } = action;
  const { suspects, seizures, values, quantities, verifiedBy, verifiedAt, submittedBy, submittedAt, reason } = outcome;
  if (outcome.revision === 0 && suspects.length === 0 && seizures.length === 0) return null;
  return (
    <>
      <Section title={t('outcome.title')}>
        <p className={classes.text}>
          {verifiedBy && verifiedAt
            ? t('outcome.verified', { name: verifiedBy.name, at: dateTime(verifiedAt) })
            : submittedBy && submittedAt
              ? t('outcome.submitted', { name: submittedBy.name, at: dateTime(submittedAt) })
              : t('outcome.open')}
        </p>
        {reason ? <p className={classes.notice}>{reason}</p> : null}
        {values.length + quantities.length > 0 ? (
          <ul className={classes.list} aria-label={t('outcome.sums')}>
            {values.map((sum) => (
              <li key={`${sum.basis}${sum.currency}`} className={classes.item}>
                <span className={classes.strong}>{money(sum)}</span>
                <span className={classes.dimmed}>{t(`referrals:bases.${sum.basis}`)}</span>
              </li>
            ))}
            {quantities.map(({ unit, quantity }) => (
              <li key={unit} className={classes.item}>
                <span className={classes.strong}>{inWords(quantity, unit)}</span>
              </li>
            ))}
          </ul>
        ) : null}
        <OutcomeHistory action={action.id} revision={outcome.revision} />
      </Section>
      <ActionSuspects suspects={suspects} onAct={setOpen} />
      <ActionSeizures seizures={seizures} onAct={setOpen} />
      <ActionCosts action={action} onStale={onStale} />
      {open ? (
        <Suspense>
          <EntryDialog action={action} open={open} onStale={onStale} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </>
  );
}
