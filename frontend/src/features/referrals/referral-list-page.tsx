import { Button } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { ReferralState } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { referralFilter } from './referral-search';
import { ReferralTable } from './referral-table';

const ReferralList = graphql(`
  query ReferralList($first: Int, $after: String, $last: Int, $before: String, $filter: ReferralFilter) {
    referrals(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...ReferralRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/referrals/');

/** For officers what was sent to them, for members what they send and what became of it. */
export function ReferralListPage() {
  const { t } = useTranslation('referrals');
  const agency = useViewer().organization.kind === 'LE_AGENCY';
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: ReferralList,
    variables: { ...pageArguments(search), filter: referralFilter(search) },
  });
  useLiveRefresh(undefined, () => reload({ requestPolicy: 'network-only' }));
  const view = search.states ? undefined : search.all ? 'all' : 'open';
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar>
        {(['open', 'all'] as const).map((each) => (
          <Button
            key={each}
            variant={each === view ? 'light' : 'subtle'}
            color={each === view ? undefined : 'gray'}
            aria-pressed={each === view}
            onClick={() => void navigate({ search: each === 'all' ? { all: true } : {}, replace: true })}
          >
            {t(`views.${each}`)}
          </Button>
        ))}
        <FilterMenu
          label={t('fields.state')}
          options={Object.values(ReferralState).map((value) => ({ value, label: t(`states.${value}`) }))}
          selected={search.states}
          onChange={(states) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, states }), replace: true })}
        />
      </Toolbar>
      <KeysetList
        page={data?.referrals}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(referrals) => (
          <ReferralTable
            label={t('title')}
            referrals={referrals}
            empty={
              <NoRows
                icon={IconGavel}
                title={t(view === 'open' ? 'emptyOpen' : 'empty')}
                text={t(agency ? 'emptyTextAgency' : 'emptyText')}
                filtered={search.states !== undefined}
                noMatch={t('noMatch')}
                onClear={() => void navigate({ search: { all: true } })}
              />
            }
          />
        )}
      </KeysetList>
    </>
  );
}
