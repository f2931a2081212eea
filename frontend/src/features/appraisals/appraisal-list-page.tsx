import { Button } from '@mantine/core';
import { IconMicroscope } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { AppraisalState } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { isAppraiser, may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { RemoteSelect } from '@/ui/remote-select';
import { Toolbar } from '@/ui/toolbar';
import { type AppraisalSearch, appraisalFilter } from './appraisal-search';
import { AppraisalTable } from './appraisal-table';

const AppraisalListQuery = graphql(`
  query AppraisalList($first: Int, $after: String, $last: Int, $before: String, $filter: AppraisalFilter) {
    appraisals(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...AppraisalRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const PolicyDialog = lazy(() => import('./dialogs/policy-dialog'));

const route = getRouteApi('/_app/appraisals/');

/** For an appraiser what is to be inspected and until when; for everybody else all the appraisals they see. */
export function AppraisalListPage() {
  const { t } = useTranslation('appraisals');
  const viewer = useViewer();
  const appraiser = isAppraiser(viewer);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mine = search.scope ? search.scope === 'MINE' : appraiser;
  const [{ data, error, fetching }, reload] = useQuery({
    query: AppraisalListQuery,
    variables: { ...pageArguments(search), filter: appraisalFilter(search, mine) },
  });
  useLiveRefresh(undefined, () => reload({ requestPolicy: 'network-only' }));
  const narrowed = Boolean(search.states ?? search.organization ?? search.overdue);
  return (
    <>
      <PageHeader
        title={t(mine ? 'myTitle' : 'title')}
        actions={
          <>
            {may(viewer, 'APPRAISAL_CONFIGURE') ? <PolicyButton /> : null}
            {may(viewer, 'APPRAISER_FIGURES') ? (
              <Button
                variant="default"
                renderRoot={(props) => <Link to="/appraisals/figures" search={{}} {...props} />}
              >
                {t('figures.title')}
              </Button>
            ) : null}
          </>
        }
      />
      <Filters mine={mine} />
      <KeysetList
        page={data?.appraisals}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(appraisals) => (
          <AppraisalTable
            label={t(mine ? 'myTitle' : 'title')}
            appraisals={appraisals}
            mine={mine}
            empty={
              <NoRows
                icon={IconMicroscope}
                title={t(mine ? 'emptyMine' : 'empty')}
                text={t(mine ? 'emptyMineText' : 'emptyText')}
                filtered={narrowed}
                noMatch={t('noMatch')}
                onClear={() => void navigate({ search: { scope: search.scope, ended: true } })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}

function PolicyButton() {
  const { t } = useTranslation('appraisals');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('policy.title')}…
      </Button>
      {open ? (
        <Suspense>
          <PolicyDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

const VIEWS = {
  open: {},
  late: { overdue: true },
  all: { ended: true },
} as const satisfies Record<string, AppraisalSearch>;
type View = keyof typeof VIEWS;

function viewOf({ states, overdue, ended }: AppraisalSearch): View | undefined {
  if (states) return undefined;
  if (overdue) return 'late';
  return ended ? 'all' : 'open';
}

function Filters({ mine }: { mine: boolean }) {
  const { t } = useTranslation('appraisals');
  const appraiser = isAppraiser(useViewer());
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const organizations = useOrganizationDirectory(['MEMBER_BRAND', 'ASSOCIATION', 'SECRETARIAT']);
  const view = viewOf(search);
  const { scope, organization } = search;
  return (
    <Toolbar>
      {(Object.keys(VIEWS) as View[]).map((each) => (
        <Button
          key={each}
          variant={each === view ? 'light' : 'subtle'}
          color={each === view ? undefined : 'gray'}
          aria-pressed={each === view}
          onClick={() => void navigate({ search: { scope, organization, ...VIEWS[each] }, replace: true })}
        >
          {t(`views.${each}`)}
        </Button>
      ))}
      {appraiser ? (
        <Button
          variant={mine ? 'light' : 'default'}
          aria-pressed={mine}
          onClick={() => void navigate({ search: { scope: mine ? 'ALL' : undefined }, replace: true })}
        >
          {t('views.mine')}
        </Button>
      ) : null}
      <FilterMenu
        label={t('fields.state')}
        options={Object.values(AppraisalState).map((value) => ({ value, label: t(`states.${value}`) }))}
        selected={search.states}
        onChange={(states) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, states }), replace: true })}
      />
      {mine ? null : (
        <RemoteSelect
          aria-label={t('fields.organization')}
          placeholder={t('fields.organization')}
          size="xs"
          w={200}
          clearable
          {...organizations}
          value={organization ?? null}
          onChange={(next) =>
            void navigate({
              search: (now) => ({ ...now, ...FIRST_PAGE, organization: next ?? undefined }),
              replace: true,
            })
          }
        />
      )}
    </Toolbar>
  );
}
