import { Button } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNotificationActivity } from '@/features/notifications/notification-feed';
import { FundOrderKind, FundOrderState } from '@/gql/graphql';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import type { OrderListSearch } from '../fund-search';
import { OrderList } from './order-list';
import { OrderTable } from './order-table';

const route = getRouteApi('/_app/fund-orders/');

/** What waits for the viewer, as another person than the one who proposed it; or all orders that the viewer sees. */
export function OrderListPage() {
  const { t } = useTranslation('funds');
  const decides = may(useViewer(), 'FUND_APPROVE');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { fund, kinds, states } = search;
  const mine = decides && !search.all;
  const filter = mine
    ? { fundId: fund, kinds, states: [FundOrderState.Proposed], awaitingMe: true }
    : { fundId: fund, kinds, states };
  const [{ data, error, fetching }, reload] = useQuery({
    query: OrderList,
    variables: { ...pageArguments(search), filter },
  });
  // Whoever is told that something waits, or was decided, sees it here at once.
  useLiveRefresh(useNotificationActivity(), () => reload({ requestPolicy: 'network-only' }));
  const change = (next: Partial<OrderListSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <>
      <PageHeader title={t('orders.title')} />
      <Toolbar>
        {decides ? <WhoseButtons mine={mine} onChange={(all) => change({ all, states: undefined })} /> : null}
        <FilterMenu
          label={t('fields.order')}
          options={Object.values(FundOrderKind).map((value) => ({ value, label: t(`orderKinds.${value}`) }))}
          selected={kinds}
          onChange={(next) => change({ kinds: next })}
        />
        {mine ? null : (
          <FilterMenu
            label={t('fields.state')}
            options={Object.values(FundOrderState).map((value) => ({ value, label: t(`orderStates.${value}`) }))}
            selected={states}
            onChange={(next) => change({ states: next })}
          />
        )}
      </Toolbar>
      <KeysetList
        page={data?.fundOrders}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'orders.count' : 'orders.countAtLeast', { count })}
      >
        {(orders) => (
          <OrderTable
            label={t('orders.title')}
            orders={orders}
            empty={
              <NoRows
                icon={IconChecklist}
                title={t(mine ? 'orders.nothingForMe' : 'orders.empty')}
                text={t(mine ? 'orders.nothingForMeText' : 'orders.emptyText')}
                filtered={isNarrowed({ fund, kinds, states })}
                noMatch={t('orders.noMatch')}
                onClear={() => void navigate({ search: { all: search.all } })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}

function WhoseButtons({ mine, onChange }: { mine: boolean; onChange: (all: true | undefined) => void }) {
  const { t } = useTranslation('funds');
  return (['mine', 'all'] as const).map((each) => {
    const current = (each === 'mine') === mine;
    return (
      <Button
        key={each}
        variant={current ? 'light' : 'subtle'}
        color={current ? undefined : 'gray'}
        aria-pressed={current}
        onClick={() => onChange(each === 'all' ? true : undefined)}
      >
        {t(`orders.whose.${each}`)}
      </Button>
    );
  });
}
