import { Button } from '@mantine/core';
import { IconCirclesRelation, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { GroupTable } from './group-table';

const CreateGroupDialog = lazy(() => import('./dialogs/create-group-dialog'));

const GroupList = graphql(`
  query GroupList($first: Int, $after: String, $last: Int, $before: String, $filter: SharingGroupFilter) {
    sharingGroups(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...GroupRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/groups/');

export function GroupListPage() {
  const { t } = useTranslation('groups');
  const makes = may(useViewer(), 'SHARING_GROUP_MANAGE');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: GroupList,
    variables: { ...pageArguments(search), filter: { mine: search.mine } },
  });
  const mine = search.mine === true;
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
      <Toolbar>
        <Button
          variant={mine ? 'light' : 'default'}
          fw={500}
          aria-pressed={mine}
          onClick={() => void navigate({ search: { mine: mine ? undefined : true }, replace: true })}
        >
          {t('mine')}
        </Button>
      </Toolbar>
      <KeysetList
        page={data?.sharingGroups}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(groups) => (
          <GroupTable
            label={t('title')}
            groups={groups}
            empty={
              <NoRows
                icon={IconCirclesRelation}
                title={t('empty')}
                text={t('emptyText')}
                filtered={isNarrowed(search)}
                noMatch={t('noMatch')}
                noMatchText={t('noMatchText')}
                onClear={() => void navigate({ search: FIRST_PAGE })}
              />
            }
          />
        )}
      </KeysetList>
      {making ? (
        <Suspense>
          <CreateGroupDialog
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/groups/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}
