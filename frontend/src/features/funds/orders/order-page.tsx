import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNotificationActivity } from '@/features/notifications/notification-feed';
import { graphql } from '@/gql';
import type { FundOrderPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { EntryTable } from '../entry-table';
import { OrderStateBadge } from '../fund-words';
import classes from '../funds.module.css';
import { OrderFacts } from './order-facts';
import { useOrderTitle } from './order-title';

const OrderDialog = lazy(() => import('./order-dialog'));

const FundOrderPageQuery = graphql(`
  query FundOrderPage($id: ID!) {
    fundOrder(id: $id) {
      ...FundOrderPage
    }
  }
  fragment FundOrderPage on FundOrder {
    id
    reference
    state
    note
    reason
    version
    allowedActions
    approvalsNeeded
    approvals {
      at
      person {
        id
        name
      }
    }
    shares {
      weight
      amount {
        ...FundMoney
      }
      organization {
        id
        name
        nameZh
      }
    }
    entries {
      ...EntryRow
    }
    ...OrderTitle
    ...OrderFacts
  }
`);

const route = getRouteApi('/_app/fund-orders/$id');

export function OrderPage() {
  const { t } = useTranslation(['funds', 'common']);
  const title = useOrderTitle();
  const { id } = route.useParams();
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error }, reload] = useQuery({ query: FundOrderPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(useNotificationActivity(), refresh);
  const order = data?.fundOrder;

  if (!order) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.fundOrder === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return (
      <>
        <PageHeader eyebrow={<OrderTrail />} title={t('common:loading')} />
        <TwoColumnsSkeleton />
      </>
    );
  }
  return (
    <>
      <PageHeader
        eyebrow={<OrderTrail reference={order.reference} />}
        title={title(order)}
        meta={<OrderStateBadge state={order.state} />}
        actions={order.allowedActions.toReversed().map((each) => (
          <Button
            key={each}
            variant={each === 'APPROVE' ? 'filled' : 'default'}
            onClick={() => void navigate({ search: { do: each } })}
          >
            {t(`orderSteps.${each}`)}
            {each === 'APPROVE' ? null : '…'}
          </Button>
        ))}
      />
      <TwoColumns side={<OrderFacts order={order} />}>
        {order.reason ? <p className={classes.notice}>{order.reason}</p> : null}
        {order.note ? (
          <Section title={t('fields.note')}>
            <p className={classes.text}>{order.note}</p>
          </Section>
        ) : null}
        <Approvals order={order} />
        <Shares order={order} />
        {order.entries.length > 0 ? (
          <Section title={t('orders.entries')} count={order.entries.length}>
            <EntryTable entries={order.entries} empty={null} />
          </Section>
        ) : null}
      </TwoColumns>
      {step && order.allowedActions.includes(step) ? (
        <Suspense>
          <OrderDialog
            key={step}
            order={order}
            step={step}
            onStale={refresh}
            onClose={() => void navigate({ search: {}, replace: true })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function Approvals({ order }: { order: FundOrderPageFragment }) {
  const { t } = useTranslation('funds');
  const { dateTime } = useFormats();
  const { approvals, approvalsNeeded, state } = order;
  const lacking = state === 'PROPOSED' ? approvalsNeeded - approvals.length : 0;
  return (
    <Section title={t('orders.approvals')}>
      <ul className={classes.list} aria-label={t('orders.approvals')}>
        {approvals.map(({ person, at }) => (
          <li key={person.id} className={classes.item}>
            <span className={classes.strong}>{person.name}</span>
            <time dateTime={at} className={classes.dimmed}>
              {dateTime(at)}
            </time>
          </li>
        ))}
        {lacking > 0 ? <li className={classes.item}>{t('orders.lacking', { count: lacking })}</li> : null}
        {lacking <= 0 && approvals.length === 0 ? <li className={classes.item}>{t('orders.nobody')}</li> : null}
      </ul>
    </Section>
  );
}

/** The parts of a recovery: they sum to it exactly. */
function Shares({ order: { shares } }: { order: FundOrderPageFragment }) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const localName = useLocalName();
  if (shares.length === 0) return null;
  return (
    <Section title={t('orders.shares')} count={shares.length}>
      <ul className={classes.list} aria-label={t('orders.shares')}>
        {shares.map(({ organization, weight, amount }) => (
          <li key={organization.id} className={classes.item}>
            <span className={classes.strong}>{localName(organization)}</span>
            <span className={classes.dimmed}>{t('orders.weight', { weight })}</span>
            <span className={`${classes.end} ${classes.amount}`}>{money(amount)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function OrderTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('funds');
  return (
    <>
      <Link to="/fund-orders" search={{}}>
        {t('orders.title')}
      </Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}
