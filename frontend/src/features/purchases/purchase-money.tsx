import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseMoneyOfFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { courseOf } from './money-course';
import classes from './purchases.module.css';

graphql(`
  fragment PurchaseMoneyOf on Purchase {
    id
    funded
    money {
      currency
      asked {
        ...PurchaseSum
      }
      approved {
        ...PurchaseSum
      }
      held {
        ...PurchaseSum
      }
      captured {
        ...PurchaseSum
      }
      refunded {
        ...PurchaseSum
      }
      refundExpected {
        ...PurchaseSum
      }
      maxUnitPrice {
        ...PurchaseSum
      }
      expectedShipping {
        ...PurchaseSum
      }
      expectedFees {
        ...PurchaseSum
      }
      costs {
        kind
        amount {
          ...PurchaseSum
        }
      }
    }
    topUps {
      amount {
        ...PurchaseSum
      }
      reason
      state
      askedBy {
        id
        name
      }
      askedAt
      decidedBy {
        id
        name
      }
      refusal
    }
    refund {
      expected {
        ...PurchaseSum
      }
      received {
        ...PurchaseSum
      }
      dueOn
      overdue
      settledAt
      waivedBecause
    }
    hold {
      id
      allocation {
        id
        fund {
          id
          name
        }
        balance {
          available {
            ...PurchaseSum
          }
          held {
            ...PurchaseSum
          }
          shortfall {
            ...PurchaseSum
          }
        }
      }
    }
  }
`);

/** Where its money is: approved is not ordered, and ordered is not paid for good. */
export function PurchaseMoney({ purchase }: { purchase: PurchaseMoneyOfFragment }) {
  const { t } = useTranslation(['purchases', 'funds']);
  const { labelled, money } = useFormats();
  const sums = purchase.money;
  if (!sums) return null;
  const granted = purchase.topUps.filter(({ state }) => state === 'APPROVED').map(({ amount }) => amount);
  return (
    <Section title={t('money.title')}>
      <ol className={classes.course} aria-label={t('money.title')}>
        {courseOf(sums, granted).map(({ station, sum, reached }) => (
          <li key={station} className={classes.step} data-reached={reached || undefined}>
            <span>{t(`money.stations.${station}`)}</span>
            <span className={classes.sum}>{sum && reached ? money(sum) : '–'}</span>
            <span>{t(`money.words.${station}`)}</span>
          </li>
        ))}
      </ol>
      <p className={classes.note}>{t('money.notTheSame')}</p>
      {sums.costs.length > 0 ? (
        <ul className={classes.list} aria-label={t('money.costs')}>
          {sums.costs.map(({ kind, amount }) => (
            <li key={kind} className={classes.item}>
              <span>{t(`funds:costKinds.${kind}`)}</span>
              <span className={`${classes.end} ${classes.amount}`}>{money(amount)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.dimmed}>
          {[
            labelled(t('fields.maxUnitPrice'), money(sums.maxUnitPrice)),
            labelled(t('fields.expectedShipping'), money(sums.expectedShipping)),
            labelled(t('fields.expectedFees'), money(sums.expectedFees)),
          ].join(' · ')}
        </p>
      )}
      <TopUps purchase={purchase} />
      <Refund purchase={purchase} />
    </Section>
  );
}

function TopUps({ purchase: { topUps } }: { purchase: PurchaseMoneyOfFragment }) {
  const { t } = useTranslation('purchases');
  const { money, moment } = useFormats();
  if (topUps.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('topUps.title')}>
      {topUps.map(({ amount, reason, state, askedBy, askedAt, decidedBy, refusal }) => (
        <li key={askedAt} className={classes.item}>
          <span className={classes.strong}>{money(amount)}</span>
          <span>{t(`topUps.states.${state}`)}</span>
          <span className={classes.dimmed}>
            {askedBy.name} · {moment(askedAt)}
            {decidedBy ? ` → ${decidedBy.name}` : null}
          </span>
          <span>{refusal ?? reason}</span>
        </li>
      ))}
    </ul>
  );
}

function Refund({ purchase: { refund } }: { purchase: PurchaseMoneyOfFragment }) {
  const { t } = useTranslation('purchases');
  const { date, labelled, money } = useFormats();
  if (!refund) return null;
  return (
    <p className={classes.notice}>
      {refund.expected ? labelled(t('refund.expected'), money(refund.expected)) : null}{' '}
      {refund.received ? labelled(t('refund.received'), money(refund.received)) : null}{' '}
      <span className={refund.overdue ? classes.warns : classes.dimmed}>
        {refund.overdue
          ? t('refund.overdue')
          : t(refund.settledAt ? 'refund.settled' : 'refund.due', { on: date(refund.dueOn) })}
      </span>{' '}
      {refund.waivedBecause}
    </p>
  );
}
