import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EvidenceHoldsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import classes from './evidence.module.css';

const LiftHoldDialog = lazy(() => import('./dialogs/lift-hold-dialog'));

graphql(`
  fragment EvidenceHolds on EvidenceItem {
    id
    version
    holds {
      id
      reason
      placedAt
      liftedAt
      liftReason
      mayLift
      organization {
        id
        name
        nameZh
      }
    }
  }
`);

/** What forbids to dispose of it, and what did. */
export function EvidenceHolds({ evidence, onChanged }: { evidence: EvidenceHoldsFragment; onChanged: () => void }) {
  const { t } = useTranslation('evidence');
  const { moment } = useFormats();
  const localName = useLocalName();
  const [lifting, setLifting] = useState<string | null>(null);
  if (evidence.holds.length === 0) return null;
  return (
    <Section title={t('holds.title')} count={evidence.holds.filter(({ liftedAt }) => !liftedAt).length}>
      <ul className={classes.list}>
        {evidence.holds.map((hold) => (
          <li key={hold.id} className={classes.item} data-over={hold.liftedAt ? true : undefined}>
            <div className={classes.body}>
              <div className={classes.line}>
                <span className={classes.strong}>{localName(hold.organization)}</span>
                {hold.mayLift ? (
                  <Button variant="default" size="xs" onClick={() => setLifting(hold.id)}>
                    {t('actions.LIFT_HOLD')}
                  </Button>
                ) : null}
              </div>
              <div className={classes.detail}>
                <time dateTime={hold.placedAt}>{t('holds.placed', { at: moment(hold.placedAt) })}</time>
                {hold.liftedAt ? (
                  <time dateTime={hold.liftedAt}>{t('holds.lifted', { at: moment(hold.liftedAt) })}</time>
                ) : null}
                {hold.reason ? <span>{hold.reason}</span> : null}
                {hold.liftReason ? <span>{hold.liftReason}</span> : null}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {lifting ? (
        <Suspense>
          <LiftHoldDialog id={lifting} onClose={() => setLifting(null)} onStale={onChanged} />
        </Suspense>
      ) : null}
    </Section>
  );
}
