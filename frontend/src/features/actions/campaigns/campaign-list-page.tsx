import { Button } from '@mantine/core';
import { IconFlag, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { CampaignRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import classes from '../actions.module.css';
import { CampaignStateBadge } from './campaign-state';

const CreateCampaignDialog = lazy(() => import('./create-campaign-dialog'));

const CampaignList = graphql(`
  query CampaignList($first: Int, $after: String, $last: Int, $before: String) {
    enforcementOperations(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...CampaignRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment CampaignRow on EnforcementOperation {
    id
    reference
    name
    closed
    createdBy {
      id
      name
    }
    createdAt
    actions {
      id
    }
  }
`);

const route = getRouteApi('/_app/campaigns/');

/** Campaigns that group actions: seen by who made one, and by whoever sees one of its actions. */
export function CampaignListPage() {
  const { t } = useTranslation('actions');
  const makes = may(useViewer(), 'OFFLINE_ACTION_PROPOSE');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [making, setMaking] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({ query: CampaignList, variables: pageArguments(search) });
  const columns = useCampaignColumns();
  return (
    <>
      <PageHeader
        eyebrow={<CampaignTrail />}
        title={t('campaigns.title')}
        actions={
          makes ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('campaigns.new')}
            </Button>
          ) : null
        }
      />
      <KeysetList
        page={data?.enforcementOperations}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'campaigns.count' : 'campaigns.countAtLeast', { count })}
      >
        {(campaigns) => (
          <DataTable
            label={t('campaigns.title')}
            columns={columns}
            rows={campaigns}
            rowKey={({ id }) => id}
            link={({ id }) => ({ to: '/campaigns/$id', params: { id }, search: {} })}
            empty={<EmptyState icon={IconFlag} title={t('campaigns.empty')} text={t('campaigns.emptyText')} />}
          />
        )}
      </KeysetList>
      {making ? (
        <Suspense>
          <CreateCampaignDialog
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/campaigns/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** Where campaigns are: with the actions. */
function CampaignTrail() {
  const { t } = useTranslation('actions');
  return (
    <>
      <Link to="/actions" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> /</span>
    </>
  );
}

function useCampaignColumns(): Column<CampaignRowFragment>[] {
  const { t } = useTranslation('actions');
  const { moment, number } = useFormats();
  return [
    { key: 'name', header: t('campaigns.name'), primary: true, render: ({ name }) => name },
    {
      key: 'reference',
      header: t('campaigns.reference'),
      width: 136,
      from: 'md',
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    {
      key: 'actions',
      header: t('title'),
      width: 104,
      render: ({ actions }) => t('campaigns.actions', { count: actions.length, shown: number(actions.length) }),
    },
    {
      key: 'state',
      header: t('campaigns.state'),
      width: 112,
      render: ({ closed }) => <CampaignStateBadge closed={closed} />,
    },
    {
      key: 'createdBy',
      header: t('campaigns.createdBy'),
      width: 176,
      from: 'md',
      render: ({ createdBy }) => <span className={classes.dimmed}>{createdBy.name}</span>,
    },
    {
      key: 'createdAt',
      header: t('campaigns.createdAt'),
      width: 120,
      align: 'end',
      from: 'md',
      render: ({ createdAt }) => <time dateTime={createdAt}>{moment(createdAt)}</time>,
    },
  ];
}
