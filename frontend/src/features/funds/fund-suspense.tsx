import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SuspenseLineFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import classes from './funds.module.css';

const ClearDialog = lazy(() => import('./dialogs/clear-suspense-dialog'));
const ExplainDialog = lazy(() => import('./dialogs/explain-suspense-dialog'));

graphql(`
  fragment SuspenseLine on SuspenseItem {
    ageDays
    explanation
    explainedBy {
      id
      name
    }
    open {
      ...FundMoney
    }
    entry {
      id
      kind
      at
      bankReference
      note
      recordedBy {
        id
        name
      }
    }
  }
`);

interface FundSuspenseProps {
  fund: string;
  items: readonly SuspenseLineFragment[];
  /** Whether the viewer writes down what the bank did. */
  records: boolean;
}

/** What the bank moved and nobody could place yet: a period closes only over what is explained. */
export function FundSuspense({ fund, items, records }: FundSuspenseProps) {
  const { t } = useTranslation('funds');
  const { dateTime, labelled, money } = useFormats();
  const [open, setOpen] = useState<{ item: SuspenseLineFragment; step: 'CLEAR' | 'EXPLAIN' } | null>(null);
  const close = () => setOpen(null);
  const bank = may(useViewer(), 'BANK_STATEMENT_READ');
  return (
    <Section
      title={t('suspense.title')}
      count={items.length}
      actions={
        bank ? (
          <Button
            variant="default"
            renderRoot={(props) => (
              <Link to="/funds/$id/reconciliation" params={{ id: fund }} search={{ lines: 'IN_SUSPENSE' }} {...props} />
            )}
          >
            {t('suspense.bankLines')}
          </Button>
        ) : null
      }
    >
      {items.length === 0 ? <p className={classes.dimmed}>{t('suspense.none')}</p> : null}
      {items.length > 0 ? (
        <ul className={classes.list} aria-label={t('suspense.title')}>
          {items.map((item) => {
            const { entry, explanation, explainedBy } = item;
            const named = entry.bankReference ?? money(item.open);
            return (
              <li key={entry.id} className={classes.entry}>
                <div className={classes.line}>
                  <span className={`${classes.strong} ${classes.amount}`}>{money(item.open)}</span>
                  <span>{t(`entryKinds.${entry.kind}`)}</span>
                  <span className={classes.code}>{entry.bankReference}</span>
                  <span>{t('suspense.age', { count: item.ageDays })}</span>
                  <span className={classes.dimmed}>
                    {entry.recordedBy ? `${entry.recordedBy.name} · ` : null}
                    <time dateTime={entry.at}>{dateTime(entry.at)}</time>
                  </span>
                  {records ? (
                    <span className={`${classes.acts} ${classes.end}`}>
                      {(['EXPLAIN', 'CLEAR'] as const).map((step) => (
                        <Button
                          key={step}
                          size="compact-xs"
                          variant="default"
                          aria-label={labelled(t(`suspense.steps.${step}`), named)}
                          onClick={() => setOpen({ item, step })}
                        >
                          {t(`suspense.steps.${step}`)}…
                        </Button>
                      ))}
                    </span>
                  ) : null}
                </div>
                {entry.note ? <p className={classes.text}>{entry.note}</p> : null}
                <p className={classes.text}>
                  {explanation
                    ? labelled(explainedBy?.name ?? t('suspense.explained'), explanation)
                    : t('suspense.unexplained')}
                </p>
              </li>
            );
          })}
        </ul>
      ) : null}
      <Suspense>
        {open?.step === 'CLEAR' ? <ClearDialog item={open.item} onClose={close} /> : null}
        {open?.step === 'EXPLAIN' ? <ExplainDialog item={open.item} onClose={close} /> : null}
      </Suspense>
    </Section>
  );
}
