import { Button } from '@mantine/core';
import { IconEye, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { WatchedSellerRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import { Time } from '@/ui/time';
import { keepsWatchList } from './rights';
import classes from './screening.module.css';
import { ScreeningTabs } from './screening-tabs';

const WatchDialog = lazy(() => import('./dialogs/watch-dialog'));
const UnwatchDialog = lazy(() => import('./dialogs/unwatch-dialog'));

const WatchedSellerList = graphql(`
  query WatchedSellerList($first: Int, $after: String, $last: Int, $before: String) {
    watchedSellers(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...WatchedSellerRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment WatchedSellerRow on WatchedSeller {
    id
    version
    platform
    shopId
    name
    note
    addedAt
    addedBy {
      id
      name
    }
  }
`);

const route = getRouteApi('/_app/screening/sellers');

/** The sellers whom one's organisation watches; nobody else learns of the list. */
export function SellersPage() {
  const { t } = useTranslation('screening');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const keeps = keepsWatchList(useViewer());
  const [ending, setEnding] = useState<WatchedSellerRowFragment | null>(null);
  const [{ data, error, fetching }, reload] = useQuery({
    query: WatchedSellerList,
    variables: pageArguments(search),
    pause: !keeps,
  });
  const columns = useSellerColumns(setEnding);
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const close = () =>
    void navigate({
      search: (now) => ({ ...now, do: undefined, platform: undefined, shop: undefined, name: undefined }),
      replace: true,
    });
  if (!keeps) return <RouteMissing />;
  return (
    <>
      <PageHeader
        title={t('sellers.title')}
        actions={
          <Button
            leftSection={<IconPlus size={15} />}
            onClick={() => void navigate({ search: (now) => ({ ...now, do: 'WATCH' }) })}
          >
            {t('sellers.add')}
          </Button>
        }
      />
      <ScreeningTabs />
      <KeysetList
        page={data?.watchedSellers}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'sellers.count' : 'sellers.countAtLeast', { count })}
      >
        {(rows) => (
          <DataTable
            label={t('sellers.title')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyState icon={IconEye} title={t('sellers.empty')} text={t('sellers.emptyText')} />}
          />
        )}
      </KeysetList>
      <Suspense>
        {search.do === 'WATCH' ? (
          <WatchDialog platform={search.platform} shopId={search.shop} name={search.name} onClose={close} />
        ) : null}
        {ending ? <UnwatchDialog seller={ending} onClose={() => setEnding(null)} onStale={refresh} /> : null}
      </Suspense>
    </>
  );
}

function useSellerColumns(onEnd: (seller: WatchedSellerRowFragment) => void): Column<WatchedSellerRowFragment>[] {
  const { t } = useTranslation('screening');
  const { labelled } = useFormats();
  const nameOf = ({ name, shopId }: WatchedSellerRowFragment) => name ?? shopId;
  return [
    { key: 'name', header: t('fields.seller'), primary: true, render: nameOf },
    { key: 'platform', header: t('fields.platform'), width: 128, render: ({ platform }) => platform },
    {
      key: 'shop',
      header: t('fields.shopId'),
      width: 176,
      from: 'md',
      render: ({ shopId }) => <span className={classes.code}>{shopId}</span>,
    },
    { key: 'note', header: t('sellers.note'), from: 'lg', render: ({ note }) => note ?? '–' },
    { key: 'by', header: t('fields.by'), width: 152, from: 'md', render: ({ addedBy }) => addedBy.name },
    { key: 'at', header: t('fields.at'), width: 128, align: 'end', render: ({ addedAt }) => <Time at={addedAt} /> },
    {
      key: 'acts',
      header: t('fields.actions'),
      width: 152,
      align: 'end',
      render: (seller) => (
        <Button
          variant="default"
          size="compact-xs"
          aria-label={labelled(t('sellers.unwatch'), nameOf(seller))}
          onClick={() => onEnd(seller)}
        >
          {t('sellers.unwatch')}
        </Button>
      ),
    },
  ];
}
