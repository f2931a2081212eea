import { Button, Text } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { BreakGlassState } from '@/gql/graphql';
import { FIRST_PAGE } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { BreakGlassTable } from './break-glass-table';
import { latestArguments, latestFirst } from './newest-first';

const AskDialog = lazy(() => import('./dialogs/ask-dialog'));

const BreakGlassListQuery = graphql(`
  query BreakGlassList($first: Int, $after: String, $last: Int, $before: String) {
    breakGlassRequests(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...BreakGlassRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/break-glass');

/** What was asked for in emergencies, the latest first: all of it, or what concerned the own organisation's leads. */
export function BreakGlassList() {
  const { t } = useTranslation('breakGlass');
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [asking, setAsking] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: BreakGlassListQuery,
    variables: latestArguments(search),
    // Others decide, and time alone ends what is open.
    requestPolicy: 'cache-and-network',
  });
  const page = useMemo(() => data && latestFirst(data.breakGlassRequests), [data]);
  const { states } = search;
  const asks = may(viewer, 'BREAK_GLASS_ASK');
  const all = viewer.permissions.some(({ action, scope }) => action === 'BREAK_GLASS_READ' && scope === 'ALL');
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          asks ? (
            <Button leftSection={<IconUrgent size={15} />} onClick={() => setAsking(true)}>
              {t('ask.open')}
            </Button>
          ) : null
        }
      />
      <Toolbar>
        <FilterMenu
          label={t('fields.state')}
          options={Object.values(BreakGlassState).map((value) => ({ value, label: t(`states.${value}`) }))}
          selected={states}
          onChange={(next) => void navigate({ search: { states: next }, replace: true })}
        />
        <Text size="sm" c="dimmed" visibleFrom="md">
          {t('hint')}
        </Text>
      </Toolbar>
      <KeysetList
        page={page}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(requests) => (
          <BreakGlassTable
            label={t('title')}
            requests={requests?.filter(({ state }) => !states || states.includes(state))}
            empty={
              <NoRows
                icon={IconUrgent}
                title={t('empty')}
                text={t(all ? 'emptyText' : 'emptyTextOwn')}
                filtered={states !== undefined}
                noMatch={t('noMatch')}
                noMatchText={t('noMatchText')}
                onClear={() => void navigate({ search: { ...FIRST_PAGE } })}
              />
            }
          />
        )}
      </KeysetList>
      {asking ? (
        <Suspense>
          <AskDialog
            onClose={() => setAsking(false)}
            onAsked={(request) => void navigate({ search: (now) => ({ ...now, request }) })}
          />
        </Suspense>
      ) : null}
    </>
  );
}
