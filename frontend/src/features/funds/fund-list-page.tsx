import { Button } from '@mantine/core';
import { IconCoins, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FundRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import classes from './funds.module.css';
import { ownSum } from './own-sums';

const CreateFundDialog = lazy(() => import('./dialogs/create-fund-dialog'));

const FundList = graphql(`
  query FundList($first: Int, $after: String, $last: Int, $before: String, $own: Boolean!) {
    funds(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...FundRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment FundRow on Fund {
    id
    reference
    name
    currency
    balance {
      available {
        ...FundMoney
      }
      held {
        ...FundMoney
      }
      committedNotPaid {
        ...FundMoney
      }
      shortfall {
        ...FundMoney
      }
    }
    allocations @include(if: $own) {
      id
      balance {
        available {
          ...FundMoney
        }
        held {
          ...FundMoney
        }
        committedNotPaid {
          ...FundMoney
        }
        shortfall {
          ...FundMoney
        }
      }
    }
  }
`);

const route = getRouteApi('/_app/funds/');

/** The alliance's money, one fund for each currency and purpose: all of it, or what is allotted to one's organisation. */
export function FundListPage() {
  const { t } = useTranslation('funds');
  const viewer = useViewer();
  const makes = may(viewer, 'FUND_MANAGE');
  // Who sees all of a fund needs no sums of its parts.
  const own = !viewer.permissions.some(({ action, scope }) => action === 'FUND_READ' && scope === 'ALL');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: FundList,
    variables: { ...pageArguments(search), own },
  });
  const columns = useFundColumns();
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          makes ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('new')}
            </Button>
          ) : null
        }
      />
      <KeysetList
        page={data?.funds}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(funds) => (
          <DataTable
            label={t('title')}
            columns={columns}
            rows={funds}
            rowKey={({ id }) => id}
            link={({ id }) => ({ to: '/funds/$id', params: { id }, search: {} })}
            empty={<EmptyState icon={IconCoins} title={t('empty')} text={t(makes ? 'emptyManager' : 'emptyText')} />}
          />
        )}
      </KeysetList>
      {making ? (
        <Suspense>
          <CreateFundDialog
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/funds/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function useFundColumns(): Column<FundRowFragment>[] {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const shown = ['held', 'committedNotPaid', 'shortfall'] as const;
  const of = ({ balance, allocations, currency }: FundRowFragment, figure: 'available' | (typeof shown)[number]) =>
    balance?.[figure] ?? ownSum(allocations ?? [], figure, currency);
  return [
    { key: 'name', header: t('fields.name'), primary: true, render: ({ name }) => name },
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 136,
      from: 'md',
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    ...shown.map(
      (figure): Column<FundRowFragment> => ({
        key: figure,
        header: t(`figures.${figure}`),
        width: 168,
        align: 'end',
        from: figure === 'held' ? 'md' : 'lg',
        render: (fund) => <span className={classes.amount}>{money(of(fund, figure))}</span>,
      }),
    ),
    {
      key: 'available',
      header: t('figures.available'),
      width: 168,
      align: 'end',
      render: (fund) => <span className={classes.amount}>{money(of(fund, 'available'))}</span>,
    },
  ];
}
