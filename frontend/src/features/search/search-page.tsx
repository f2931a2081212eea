import { Button } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { LeadState, SearchKind } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { EmptyState } from '@/ui/empty-state';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { SearchHits } from './search-hits';
import { type FoundSearch, isAsked } from './search-params';

const Found = graphql(`
  query Found($query: String!, $first: Int, $after: String, $last: Int, $before: String, $kinds: [SearchKind!], $filter: LeadFilter) {
    search(query: $query, first: $first, after: $after, last: $last, before: $before, kinds: $kinds, filter: $filter) {
      nodes {
        ...SearchHit
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
      facets {
        kinds {
          kind
          count
        }
        states {
          state
          count
        }
      }
    }
  }
`);

const route = getRouteApi('/_app/search');

/** Leads and what belongs to them by their words, in any language; what to choose from is counted beside the choices. */
export function SearchPage() {
  const { t } = useTranslation(['search', 'enums']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = isAsked(search.q);
  const [{ data, error, fetching }, reload] = useQuery({
    query: Found,
    variables: {
      query: search.q ?? '',
      ...pageArguments(search, 20),
      kinds: search.kinds,
      filter: { states: search.states },
    },
    pause: !asked,
  });
  const found = asked ? data?.search : undefined;
  const change = (next: Partial<FoundSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  const counted = (label: string, count: number | undefined) => (count === undefined ? label : `${label} · ${count}`);
  const kinds = new Map(found?.facets.kinds.map(({ kind, count }) => [kind, count]));
  const states = new Map(found?.facets.states.map(({ state, count }) => [state, count]));
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar search={<SearchBox label={t('label')} value={search.q} onChange={(q) => change({ q })} />}>
        {Object.values(SearchKind).map((kind) => {
          const chosen = search.kinds?.includes(kind) ?? false;
          return (
            <Button
              key={kind}
              variant={chosen ? 'light' : 'default'}
              fw={500}
              aria-pressed={chosen}
              onClick={() => change({ kinds: toggled(search.kinds, kind) })}
            >
              {counted(t(`kindsOf.${kind}`), kinds.get(kind) ?? (found ? 0 : undefined))}
            </Button>
          );
        })}
        <FilterMenu
          label={t('state')}
          options={Object.values(LeadState).map((value) => ({
            value,
            label: counted(t(`enums:leadState.${value}`), states.get(value) ?? (found ? 0 : undefined)),
          }))}
          selected={search.states}
          onChange={(next) => change({ states: next })}
        />
      </Toolbar>
      {asked ? (
        <KeysetList
          page={found}
          error={error}
          fetching={fetching}
          reload={reload}
          at={search}
          onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
          summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
        >
          {(hits) => (
            <SearchHits
              hits={hits}
              empty={<EmptyState icon={IconSearch} title={t('nothing')} text={t('nothingText')} />}
            />
          )}
        </KeysetList>
      ) : (
        <EmptyState icon={IconSearch} title={t('start')} text={t('startText')} />
      )}
    </>
  );
}

function toggled(kinds: SearchKind[] | undefined, kind: SearchKind): SearchKind[] | undefined {
  const now = kinds ?? [];
  const next = now.includes(kind) ? now.filter((each) => each !== kind) : [...now, kind];
  return next.length > 0 ? next : undefined;
}
