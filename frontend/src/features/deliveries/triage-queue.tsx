import { IconCircleCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLeadActivity } from '@/features/leads/lead-activity-feed';
import { LeadTable } from '@/features/leads/lead-table';
import { graphql } from '@/gql';
import { pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { EmptyState } from '@/ui/empty-state';
import { Pager } from '@/ui/pager';
import { QueryFailure } from '@/ui/query-failure';

const TriageQueueQuery = graphql(`
  query TriageQueue($first: Int, $after: String, $last: Int, $before: String) {
    leads(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: { states: [SUBMITTED] }
      orderBy: { field: CREATED_AT, direction: ASC }
    ) {
      nodes {
        ...LeadRow
      }
      pageInfo {
        ...PageEnds
      }
    }
  }
`);

const route = getRouteApi('/_app/inbox');

/** Submitted leads that wait for the desk, oldest first. */
export default function TriageQueue() {
  const { t } = useTranslation('inbox');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error }, reload] = useQuery({ query: TriageQueueQuery, variables: pageArguments(search) });
  useLiveRefresh(useLeadActivity(), () => reload({ requestPolicy: 'network-only' }));
  if (error && !data) return <QueryFailure error={error} retry={reload} />;
  return (
    <>
      <LeadTable
        label={t('views.triage')}
        leads={data?.leads.nodes}
        dialog="TRIAGE"
        empty={<EmptyState icon={IconCircleCheck} title={t('empty.triage')} text={t('emptyText.triage')} />}
      />
      {data ? (
        <Pager
          page={search}
          info={data.leads.pageInfo}
          onPage={(page) => void navigate({ search: (now) => ({ ...now, ...page }) })}
        />
      ) : null}
    </>
  );
}
