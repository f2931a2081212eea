import { IconFileImport } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { type IngestedListingRowFragment, ListingFeedbackState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { type Column, DataTable } from '@/ui/data-table';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { SearchBox } from '@/ui/search-box';
import { Section } from '@/ui/section';
import classes from './ingest.module.css';
import { FeedbackBadge } from './ingest-words';

const IngestedListingsQuery = graphql(`
  query IngestedListings(
    $states: [ListingFeedbackState!]
    $externalIds: [String!]
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    ingestedListings(
      filter: { states: $states, externalIds: $externalIds }
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      nodes {
        ...IngestedListingRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment IngestedListingRow on IngestedListing {
    id
    externalId
    createdAt
    lead {
      id
      reference
      title
    }
    feedback {
      state
      verdict
      verdictAt
      outcome
    }
  }
`);

const route = getRouteApi('/_app/partners/ingest');

/** What came in for one's organisation, and what is told back of it. */
export function IngestedListings() {
  const { t } = useTranslation(['ingest', 'enums']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { states, externalId } = search;
  const [{ data, error, fetching }, reload] = useQuery({
    query: IngestedListingsQuery,
    variables: { states, externalIds: externalId ? [externalId] : undefined, ...pageArguments(search) },
  });
  const columns = useColumns();
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true, resetScroll: false });
  return (
    <Section title={t('ingest:listings.title')}>
      <div className={classes.bar}>
        <SearchBox
          label={t('ingest:listings.externalId')}
          value={externalId}
          onChange={(next) => change({ externalId: next })}
        />
        <FilterMenu
          label={t('ingest:fields.state')}
          options={Object.values(ListingFeedbackState).map((value) => ({
            value,
            label: t(`enums:listingFeedbackState.${value}`),
          }))}
          selected={states}
          onChange={(next) => change({ states: next })}
        />
      </div>
      <KeysetList
        page={data?.ingestedListings}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'ingest:listings.count' : 'ingest:listings.countAtLeast', { count })}
      >
        {(rows) => (
          <DataTable
            label={t('ingest:listings.title')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            link={({ lead }) => ({ to: '/leads/$reference', params: { reference: lead.reference }, search: {} })}
            empty={
              <NoRows
                icon={IconFileImport}
                title={t('ingest:listings.empty')}
                text={t('ingest:listings.emptyText')}
                filtered={states !== undefined || externalId !== undefined}
                noMatch={t('ingest:listings.noMatch')}
                onClear={() => change({ states: undefined, externalId: undefined })}
              />
            }
          />
        )}
      </KeysetList>
    </Section>
  );
}

function useColumns(): Column<IngestedListingRowFragment>[] {
  const { t } = useTranslation(['ingest', 'enums']);
  const { moment, dateTime } = useFormats();
  return [
    { key: 'title', header: t('ingest:fields.listing'), primary: true, render: ({ lead }) => lead.title },
    {
      key: 'reference',
      header: t('ingest:fields.lead'),
      width: 128,
      from: 'md',
      render: ({ lead }) => <span className={classes.dimmed}>{lead.reference}</span>,
    },
    {
      key: 'externalId',
      header: t('ingest:listings.externalId'),
      width: 160,
      from: 'lg',
      render: ({ externalId }) => externalId ?? '–',
    },
    {
      key: 'state',
      header: t('ingest:fields.state'),
      width: 136,
      render: ({ feedback }) => <FeedbackBadge state={feedback.state} />,
    },
    {
      key: 'verdict',
      header: t('ingest:fields.verdict'),
      width: 176,
      render: ({ feedback: { verdict, outcome } }) => {
        if (outcome) return t(`enums:outcome.${outcome}`);
        return verdict ? t(`enums:verdict.${verdict}`) : '–';
      },
    },
    {
      key: 'at',
      header: t('ingest:fields.received'),
      width: 112,
      align: 'end',
      render: ({ createdAt }) => (
        <time dateTime={createdAt} title={dateTime(createdAt)}>
          {moment(createdAt)}
        </time>
      ),
    },
  ];
}
