import { IconChecklist } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FundOrderKind, FundOrderState, type FundPageFragment } from '@/gql/graphql';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { Toolbar } from '@/ui/toolbar';
import type { FundSearch } from '../fund-search';
import { OrderList } from './order-list';
import { OrderTable } from './order-table';

const route = getRouteApi('/_app/funds/$id');

/** All that was proposed of a fund: contributions, allocations and the rest, whatever became of it. */
export function FundOrders({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { orders: kinds, states, after, before } = search;
  const [{ data, error, fetching }, reload] = useQuery({
    query: OrderList,
    variables: { ...pageArguments({ after, before }), filter: { fundId: fund.id, kinds, states } },
  });
  const change = (next: Partial<FundSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <>
      <Toolbar>
        <FilterMenu
          label={t('fields.order')}
          options={Object.values(FundOrderKind).map((value) => ({ value, label: t(`orderKinds.${value}`) }))}
          selected={kinds}
          onChange={(next) => change({ orders: next })}
        />
        <FilterMenu
          label={t('fields.state')}
          options={Object.values(FundOrderState).map((value) => ({ value, label: t(`orderStates.${value}`) }))}
          selected={states}
          onChange={(next) => change({ states: next })}
        />
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
            label={t('views.ORDERS')}
            orders={orders}
            empty={
              <NoRows
                icon={IconChecklist}
                title={t('orders.empty')}
                text={t('orders.emptyText')}
                filtered={isNarrowed({ kinds, states })}
                noMatch={t('orders.noMatch')}
                onClear={() => void navigate({ search: { part: 'ORDERS' } })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}
