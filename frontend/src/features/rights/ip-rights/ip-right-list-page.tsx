import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconRegistered } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { IpRightFilters } from './ip-right-filters';
import { hasFilter, type IpRightSearch, ipRightFilter } from './ip-right-search';
import { IpRightTable } from './ip-right-table';

const IpRightList = graphql(`
  query IpRightList(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: IpRightFilter
    $orderBy: IpRightOrder
  ) {
    ipRights(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...IpRightRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/rights/');

export function IpRightListPage() {
  const { t } = useTranslation('ipRights');
  const keeps = may(useViewer(), 'IP_RIGHT_EDIT');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: IpRightList,
    variables: { ...pageArguments(search), filter: ipRightFilter(search), orderBy: search.order },
  });
  const change = (next: Partial<IpRightSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <>
      <PageHeader title={t('list.title')} actions={keeps ? <Entries /> : null} />
      <IpRightFilters search={search} change={change} />
      <KeysetList
        page={data?.ipRights}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'list.count' : 'list.countAtLeast', { count })}
      >
        {(rights) => (
          <IpRightTable
            label={t('list.title')}
            rights={rights}
            empty={
              <NoRows
                icon={IconRegistered}
                title={t('list.empty')}
                text={t(keeps ? 'list.emptyText' : 'list.emptyTextReader')}
                filtered={hasFilter(search)}
                noMatch={t('list.noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}

function Entries() {
  const { t } = useTranslation('ipRights');
  return (
    <>
      <Button component={Link} to="/rights/import" variant="default" leftSection={<IconFileImport size={15} />}>
        {t('list.import')}
      </Button>
      <Button component={Link} to="/rights/new" leftSection={<IconPlus size={15} />}>
        {t('list.new')}
      </Button>
    </>
  );
}
