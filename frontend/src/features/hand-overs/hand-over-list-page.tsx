import { Button, Skeleton, Stack } from '@mantine/core';
import { IconPlus, IconTransfer } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { HandOverCard } from './hand-over-card';
import classes from './hand-overs.module.css';

const CreateHandOverDialog = lazy(() => import('./create-hand-over-dialog'));

const HandOverList = graphql(`
  query HandOverList($first: Int, $after: String, $last: Int, $before: String, $filter: HandOverFilter) {
    handOvers(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...HandOverCard
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const PAGE = 20;
const route = getRouteApi('/_app/hand-overs');

/** What the shifts of one's organisation leave to each other. */
export function HandOverListPage() {
  const { t } = useTranslation('handOvers');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [writing, setWriting] = useState(false);
  const open = search.open === true;
  const [{ data, error, fetching }, reload] = useQuery({
    query: HandOverList,
    variables: { ...pageArguments(search, PAGE), filter: { open: search.open } },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <Button leftSection={<IconPlus size={15} />} onClick={() => setWriting(true)}>
            {t('new')}
          </Button>
        }
      />
      <Toolbar>
        <Button
          variant={open ? 'light' : 'default'}
          fw={500}
          aria-pressed={open}
          onClick={() => void navigate({ search: { open: open ? undefined : true }, replace: true })}
        >
          {t('onlyOpen')}
        </Button>
      </Toolbar>
      <KeysetList
        page={data?.handOvers}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(rows) =>
          rows === undefined ? (
            <Stack gap="sm" p="var(--ts-edge)" aria-busy>
              <Skeleton h={120} radius={8} />
              <Skeleton h={120} radius={8} />
            </Stack>
          ) : rows.length === 0 ? (
            <NoRows
              icon={IconTransfer}
              title={t('empty')}
              text={t('emptyText')}
              filtered={isNarrowed(search)}
              noMatch={t('noMatch')}
              noMatchText={t('noMatchText')}
              onClear={() => void navigate({ search: FIRST_PAGE })}
            />
          ) : (
            <div className={classes.cards}>
              {rows.map((each) => (
                <HandOverCard key={each.id} handOver={each} onChanged={refresh} />
              ))}
            </div>
          )
        }
      </KeysetList>
      {writing ? (
        <Suspense>
          <CreateHandOverDialog onClose={() => setWriting(false)} onCreated={refresh} />
        </Suspense>
      ) : null}
    </>
  );
}
