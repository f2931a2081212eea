import { Button } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { SampleDisposal } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { type SampleSearch, sampleFilter } from './sample-search';
import { SampleTable } from './sample-table';

const SampleList = graphql(`
  query SampleList($first: Int, $after: String, $last: Int, $before: String, $filter: SampleFilter) {
    samples(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...SampleRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

/** Each a place in the address of its own. */
const VIEWS = {
  open: {},
  mine: { mine: true },
  ended: { ended: true },
  quality: { quality: true },
  all: { all: true },
} as const;
type View = keyof typeof VIEWS;

function viewOf({ disposals, mine, ended, quality, all }: SampleSearch): View | undefined {
  if (disposals) return undefined;
  if (mine) return 'mine';
  if (ended) return 'ended';
  if (quality) return 'quality';
  return all ? 'all' : 'open';
}

const route = getRouteApi('/_app/samples/');

/** What was bought and is kept, with who has it and for how long. */
export function SampleListPage() {
  const { t } = useTranslation('samples');
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: SampleList,
    variables: { ...pageArguments(search), filter: sampleFilter(search) },
  });
  useLiveRefresh(undefined, () => reload({ requestPolicy: 'network-only' }));
  const view = viewOf(search);
  const shown = (Object.keys(VIEWS) as View[]).filter((each) => {
    if (each === 'ended') return may(viewer, 'SAMPLE_DISPOSE');
    return each !== 'quality' || may(viewer, 'APPRAISAL_ORDER');
  });
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar>
        {shown.map((each) => (
          <Button
            key={each}
            variant={each === view ? 'light' : 'subtle'}
            color={each === view ? undefined : 'gray'}
            aria-pressed={each === view}
            onClick={() => void navigate({ search: VIEWS[each], replace: true })}
          >
            {t(`views.${each}`)}
          </Button>
        ))}
        <FilterMenu
          label={t('fields.disposal')}
          options={Object.values(SampleDisposal).map((value) => ({ value, label: t(`disposals.${value}`) }))}
          selected={search.disposals}
          onChange={(disposals) => void navigate({ search: { ...FIRST_PAGE, disposals }, replace: true })}
        />
      </Toolbar>
      <KeysetList
        page={data?.samples}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(samples) => (
          <SampleTable
            label={t('title')}
            samples={samples}
            empty={
              <NoRows
                icon={IconPackage}
                title={t('empty')}
                text={t('emptyText')}
                filtered={view !== 'open' && view !== 'all'}
                noMatch={t('noMatch')}
                onClear={() => void navigate({ search: { all: true } })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}
