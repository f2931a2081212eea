import { Button, Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useQuery } from 'urql';
import { OrderTable } from '@/features/funds/orders/order-table';
import { useNotificationActivity } from '@/features/notifications/notification-feed';
import { graphql } from '@/gql';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { PurchaseTrail } from './purchase-page';
import { PurchaseTable } from './purchase-table';
import classes from './purchases.module.css';

/** How much of each is shown; the lists have the rest. */
const SHOWN = 30;

const PurchasesToApprove = graphql(`
  query PurchasesToApprove($first: Int!) {
    purchases(first: $first, filter: { awaitingMe: true }) {
      nodes {
        allowedActions
        ...PurchaseRow
      }
      totalCount
    }
  }
`);

const OrdersToApprove = graphql(`
  query OrdersToApprove($first: Int!) {
    fundOrders(first: $first, filter: { states: [PROPOSED], awaitingMe: true }) {
      nodes {
        ...OrderRow
      }
      totalCount
    }
  }
`);

type Reload = (options?: { requestPolicy: 'network-only' }) => void;

/** All money that waits for the viewer's yes, as another person than the one who asked: purchases, more money, orders. */
export function ApprovalsPage() {
  const { t } = useTranslation('purchases');
  const viewer = useViewer();
  return (
    <>
      <PageHeader eyebrow={<PurchaseTrail />} title={t('approvals.title')} />
      <div className={classes.part}>
        <p className={classes.dimmed}>{t('approvals.text')}</p>
        {may(viewer, 'PURCHASE_APPROVE') ? <Purchases /> : null}
        {may(viewer, 'FUND_APPROVE') ? <Orders /> : null}
      </div>
    </>
  );
}

function Purchases() {
  const { t } = useTranslation('purchases');
  const [{ data, error }, reload] = useQuery({ query: PurchasesToApprove, variables: { first: SHOWN } });
  useLiveRefresh(useNotificationActivity(), () => reload({ requestPolicy: 'network-only' }));
  if (!data) return <Missing error={error} reload={reload} />;
  const waiting = data.purchases.nodes;
  const first = waiting.filter(({ allowedActions }) => allowedActions.includes('APPROVE'));
  const more = waiting.filter(({ allowedActions }) => allowedActions.includes('APPROVE_TOP_UP'));
  return (
    <>
      <Section title={t('title')} count={first.length}>
        <PurchaseTable
          label={t('approvals.purchases')}
          purchases={first}
          empty={<p className={classes.dimmed}>{t('approvals.none')}</p>}
        />
      </Section>
      <Section title={t('topUps.title')} count={more.length}>
        <PurchaseTable
          label={t('topUps.title')}
          purchases={more}
          empty={<p className={classes.dimmed}>{t('approvals.none')}</p>}
        />
      </Section>
      {data.purchases.totalCount > waiting.length ? (
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/purchases" search={{ waiting: true, list: true }} {...props} />}
        >
          {t('approvals.all')}
        </Button>
      ) : null}
    </>
  );
}

function Orders() {
  const { t } = useTranslation(['purchases', 'funds']);
  const [{ data, error }, reload] = useQuery({ query: OrdersToApprove, variables: { first: SHOWN } });
  useLiveRefresh(useNotificationActivity(), () => reload({ requestPolicy: 'network-only' }));
  if (!data) return <Missing error={error} reload={reload} />;
  const { nodes, totalCount } = data.fundOrders;
  return (
    <Section title={t('funds:orders.title')} count={totalCount}>
      <OrderTable
        label={t('funds:orders.title')}
        orders={nodes}
        empty={<p className={classes.dimmed}>{t('approvals.none')}</p>}
      />
      {totalCount > nodes.length ? (
        <Button variant="default" renderRoot={(props) => <Link to="/fund-orders" search={{}} {...props} />}>
          {t('approvals.all')}
        </Button>
      ) : null}
    </Section>
  );
}

function Missing({ error, reload }: { error: CombinedError | undefined; reload: Reload }) {
  return error ? <QueryFailure error={error} retry={reload} /> : <Skeleton h={12} w="60%" aria-busy />;
}
