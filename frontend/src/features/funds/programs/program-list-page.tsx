import { Button } from '@mantine/core';
import { IconPlus, IconShoppingBag, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { type ProgramRowFragment, TestPurchaseProgramState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { ProgramStateBadge } from '../fund-words';
import classes from '../funds.module.css';

const CreateProgramDialog = lazy(() => import('./create-program-dialog'));

const ProgramList = graphql(`
  query ProgramList($first: Int, $after: String, $last: Int, $before: String, $filter: TestPurchaseProgramFilter) {
    testPurchasePrograms(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...ProgramRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment ProgramRow on TestPurchaseProgram {
    id
    reference
    name
    state
    startsOn
    endsOn
    open
    fund {
      id
      name
    }
  }
`);

const FilterFund = graphql(`
  query ProgramFilterFund($id: ID!) {
    fund(id: $id) {
      id
      name
    }
  }
`);

const route = getRouteApi('/_app/programs/');

/** Programmes of test purchases: of the alliance, or those in which one's own organisation may take part. */
export function ProgramListPage() {
  const { t } = useTranslation('funds');
  const makes = may(useViewer(), 'FUND_MANAGE');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const { fund, states } = search;
  const [{ data, error, fetching }, reload] = useQuery({
    query: ProgramList,
    variables: { ...pageArguments(search), filter: { fundId: fund, states } },
  });
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  const columns = useProgramColumns();
  return (
    <>
      <PageHeader
        title={t('programs.title')}
        actions={
          makes ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('programs.new')}
            </Button>
          ) : null
        }
      />
      <Toolbar>
        <FilterMenu
          label={t('fields.state')}
          options={Object.values(TestPurchaseProgramState).map((value) => ({
            value,
            label: t(`programStates.${value}`),
          }))}
          selected={states}
          onChange={(next) => change({ states: next })}
        />
        {fund ? <FundFilter id={fund} onClear={() => change({ fund: undefined })} /> : null}
      </Toolbar>
      <KeysetList
        page={data?.testPurchasePrograms}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'programs.count' : 'programs.countAtLeast', { count })}
      >
        {(programs) => (
          <DataTable
            label={t('programs.title')}
            columns={columns}
            rows={programs}
            rowKey={({ id }) => id}
            link={({ id }) => ({ to: '/programs/$id', params: { id }, search: {} })}
            empty={
              <NoRows
                icon={IconShoppingBag}
                title={t('programs.empty')}
                text={t(makes ? 'programs.emptyManager' : 'programs.emptyText')}
                filtered={isNarrowed({ fund, states })}
                noMatch={t('programs.noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
      {making ? (
        <Suspense>
          <CreateProgramDialog
            fund={fund}
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/programs/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function FundFilter({ id, onClear }: { id: string; onClear: () => void }) {
  const { t } = useTranslation(['funds', 'common']);
  const { labelled } = useFormats();
  const [{ data }] = useQuery({ query: FilterFund, variables: { id } });
  const label = labelled(t('fields.fund'), data?.fund?.name ?? '…');
  return (
    <Button
      variant="light"
      fw={500}
      rightSection={<IconX size={14} aria-hidden />}
      aria-label={labelled(t('common:clear'), label)}
      onClick={onClear}
    >
      {label}
    </Button>
  );
}

function useProgramColumns(): Column<ProgramRowFragment>[] {
  const { t } = useTranslation('funds');
  const { date } = useFormats();
  return [
    { key: 'name', header: t('fields.name'), primary: true, render: ({ name }) => name },
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 136,
      from: 'md',
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    { key: 'fund', header: t('fields.fund'), width: 192, from: 'md', render: ({ fund }) => fund?.name ?? '–' },
    {
      key: 'who',
      header: t('programs.who'),
      width: 152,
      from: 'lg',
      render: ({ open }) => t(open ? 'programs.everybody' : 'programs.named'),
    },
    {
      key: 'days',
      header: t('programs.when'),
      width: 216,
      render: ({ startsOn, endsOn }) => t('programs.days', { from: date(startsOn), to: date(endsOn) }),
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 120,
      render: ({ state }) => <ProgramStateBadge state={state} />,
    },
  ];
}
