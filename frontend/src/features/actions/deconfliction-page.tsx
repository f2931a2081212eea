import { Button } from '@mantine/core';
import { IconTrafficCone } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { ClashList } from './action-clashes';
import classes from './actions.module.css';

const Deconfliction = graphql(`
  query Deconfliction($first: Int, $after: String, $last: Int, $before: String, $open: Boolean) {
    deconflictionHits(first: $first, after: $after, last: $last, before: $before, open: $open) {
      nodes {
        ...Clash
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/deconfliction');

/** Where planned actions meet: the desk sees when and where, not the cases. */
export function DeconflictionPage() {
  const { t } = useTranslation('actions');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: Deconfliction,
    variables: { ...pageArguments(search), open: search.all ? undefined : true },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  return (
    <>
      <PageHeader title={t('deconfliction.title')} />
      <Toolbar>
        {(['open', 'all'] as const).map((each) => {
          const current = (each === 'all') === (search.all === true);
          return (
            <Button
              key={each}
              variant={current ? 'light' : 'subtle'}
              color={current ? undefined : 'gray'}
              aria-pressed={current}
              onClick={() => void navigate({ search: each === 'all' ? { all: true } : {}, replace: true })}
            >
              {t(`deconfliction.${each}`)}
            </Button>
          );
        })}
      </Toolbar>
      <KeysetList
        page={data?.deconflictionHits}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count) => t('deconfliction.count', { count })}
      >
        {(clashes) =>
          clashes?.length === 0 ? (
            <NoRows
              icon={IconTrafficCone}
              title={t('deconfliction.empty')}
              text={t('deconfliction.emptyText')}
              filtered={false}
              noMatch={t('deconfliction.empty')}
              onClear={() => undefined}
            />
          ) : (
            <div className={classes.form} style={{ maxWidth: 'none' }} aria-busy={clashes === undefined}>
              <ClashList clashes={clashes ?? []} onStale={refresh} />
            </div>
          )
        }
      </KeysetList>
    </>
  );
}
