import { Button, Text } from '@mantine/core';
import { IconEyeQuestion, IconX } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { BlindMatchState } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { MatchTable } from './match-table';

const BlindMatchListQuery = graphql(`
  query BlindMatchList($first: Int, $after: String, $last: Int, $before: String, $filter: BlindMatchFilter) {
    blindMatches(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...BlindMatchRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/matches');

/** That somebody knows the same as the own organisation, of the leads that one sees; the latest first. */
export function MatchList() {
  const { t } = useTranslation('matches');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { states, lead } = search;
  const [{ data, error, fetching }, reload] = useQuery({
    query: BlindMatchListQuery,
    variables: { ...pageArguments(search), filter: { states, leadId: lead } },
    // Others bring matches about and end them.
    requestPolicy: 'cache-and-network',
  });
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar>
        <FilterMenu
          label={t('fields.state')}
          options={Object.values(BlindMatchState).map((value) => ({ value, label: t(`states.${value}`) }))}
          selected={states}
          onChange={(next) => void navigate({ search: { lead, states: next }, replace: true })}
        />
        {lead ? (
          <Button
            variant="light"
            fw={500}
            rightSection={<IconX size={14} aria-hidden />}
            onClick={() => void navigate({ search: { states }, replace: true })}
          >
            {t('ofOneLead')}
          </Button>
        ) : null}
        <Text size="sm" c="dimmed" visibleFrom="md">
          {t('hint')}
        </Text>
      </Toolbar>
      <KeysetList
        page={data?.blindMatches}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(matches) => (
          <MatchTable
            label={t('title')}
            matches={matches}
            empty={
              <NoRows
                icon={IconEyeQuestion}
                title={t('empty')}
                text={t('emptyText')}
                filtered={states !== undefined || lead !== undefined}
                noMatch={t('noMatch')}
                noMatchText={t('noMatchText')}
                onClear={() => void navigate({ search: { ...FIRST_PAGE } })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}
