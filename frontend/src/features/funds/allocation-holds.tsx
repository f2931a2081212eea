import { Button, Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import {
  type AllocationCardFragment,
  FundHoldState,
  type FundPageFragment,
  type HoldLineFragment,
} from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { ShortFailure } from '@/ui/short-failure';
import { HoldStateBadge } from './fund-words';
import classes from './funds.module.css';
import { isZero } from './minor';

const RefundDialog = lazy(() => import('./dialogs/refund-dialog'));

const AllocationHoldsOf = graphql(`
  query AllocationHolds($id: ID!, $states: [FundHoldState!]) {
    node(id: $id) {
      __typename
      ... on FundAllocation {
        id
        holds(states: $states) {
          ...HoldLine
        }
      }
    }
  }
  fragment HoldLine on FundHold {
    id
    amount {
      ...FundMoney
    }
    captured {
      ...FundMoney
    }
    refunded {
      ...FundMoney
    }
    remaining {
      ...FundMoney
    }
    state
    expiresAt
    createdAt
    closedAt
    purchase {
      id
      reference
      title
    }
  }
`);

interface AllocationHoldsProps {
  fund: FundPageFragment;
  allocation: AllocationCardFragment;
}

const route = getRouteApi('/_app/funds/$id');

/** What is and was held of an allocation for purchases, the latest first. */
export function AllocationHolds({ fund, allocation }: AllocationHoldsProps) {
  const { t } = useTranslation('funds');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [refunding, setRefunding] = useState<HoldLineFragment | null>(null);
  const [{ data, error }, reload] = useQuery({
    query: AllocationHoldsOf,
    variables: { id: allocation.id, states: search.holds },
  });
  const holds = data?.node?.__typename === 'FundAllocation' ? data.node.holds : undefined;
  return (
    <>
      <div className={classes.acts}>
        <FilterMenu
          label={t('fields.state')}
          options={Object.values(FundHoldState).map((value) => ({ value, label: t(`holdStates.${value}`) }))}
          selected={search.holds}
          onChange={(next) => void navigate({ search: (now) => ({ ...now, holds: next }), replace: true })}
        />
      </div>
      {error && !data ? <ShortFailure error={error} retry={reload} /> : null}
      {!data && !error ? <Skeleton h={12} w="60%" aria-busy /> : null}
      {data && (!holds || holds.length === 0) ? <span className={classes.dimmed}>{t('holds.none')}</span> : null}
      {holds && holds.length > 0 ? (
        <ul className={classes.list} aria-label={t('holds.title')}>
          {holds.map((hold) => (
            <HoldItem
              key={hold.id}
              hold={hold}
              onRefund={fund.allowedActions.includes('RECORD') ? () => setRefunding(hold) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {refunding ? (
        <Suspense>
          <RefundDialog hold={refunding} onClose={() => setRefunding(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

function HoldItem({ hold, onRefund }: { hold: HoldLineFragment; onRefund: (() => void) | undefined }) {
  const { t } = useTranslation('funds');
  const { dateTime, labelled, money } = useFormats();
  const reads = may(useViewer(), 'LEDGER_READ');
  const { id, amount, captured, refunded, remaining, state, expiresAt, createdAt, purchase } = hold;
  return (
    <li className={classes.item}>
      <span className={`${classes.strong} ${classes.amount}`}>{money(amount)}</span>
      <HoldStateBadge state={state} />
      {purchase ? (
        <Link
          to="/purchases/$id"
          params={{ id: purchase.id }}
          search={{}}
          className={classes.link}
          title={purchase.title}
        >
          {purchase.reference}
        </Link>
      ) : null}
      <span>{labelled(t('figures.captured'), money(captured))}</span>
      {isZero(refunded) ? null : <span>{labelled(t('figures.refunded'), money(refunded))}</span>}
      {state === 'OPEN' ? (
        <>
          <span>{labelled(t('holds.remaining'), money(remaining))}</span>
          <span className={classes.dimmed}>
            {t('holds.until')} <time dateTime={expiresAt}>{dateTime(expiresAt)}</time>
          </span>
        </>
      ) : null}
      <span className={classes.dimmed}>
        {t('holds.since')} <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </span>
      {reads ? (
        <Link from="/funds/$id" to="." search={{ part: 'ENTRIES', hold: id }} className={classes.link}>
          {t('holds.entries')}
        </Link>
      ) : null}
      {onRefund && !isZero(captured) ? (
        <Button className={classes.end} size="compact-xs" variant="default" onClick={onRefund}>
          {t('dos.REFUND')}…
        </Button>
      ) : null}
    </li>
  );
}
