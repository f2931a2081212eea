import { IconAffiliate } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useQuery } from 'urql';
import { graphql } from '@/gql';
import { type IdentifierInput, SubjectKind } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { IdentifierFinder } from './identifier-finder';
import { SubjectTable } from './subject-table';

const SubjectList = graphql(`
  query SubjectList($first: Int, $after: String, $last: Int, $before: String, $filter: SubjectFilter) {
    subjects(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...SubjectRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/subjects/');

export function SubjectListPage() {
  const { t } = useTranslation('subjects');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  // Not in the address, unlike other filters: it may be a person's.
  const [identifier, setIdentifier] = useState<IdentifierInput>();
  const { kinds, name } = search;
  const [{ data, error, fetching }, reload] = useQuery({
    query: SubjectList,
    variables: { ...pageArguments(search), filter: { kinds, name, identifier } },
  });
  const wrong = useWrong(identifier, error);
  const narrow = (change: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...change }), replace: true });
  const find = (next: IdentifierInput | undefined) => {
    setIdentifier(next);
    narrow({});
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar search={<SearchBox label={t('search')} value={name} onChange={(next) => narrow({ name: next })} />}>
        <FilterMenu
          label={t('fields.kind')}
          options={Object.values(SubjectKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          selected={kinds}
          onChange={(next) => narrow({ kinds: next })}
        />
        <IdentifierFinder found={identifier} onFind={find} error={wrong} />
      </Toolbar>
      {wrong ? null : (
        <KeysetList
          page={data?.subjects}
          error={error}
          fetching={fetching}
          reload={reload}
          at={search}
          onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
          summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
        >
          {(subjects) => (
            <SubjectTable
              label={t('title')}
              subjects={subjects}
              empty={
                <NoRows
                  icon={IconAffiliate}
                  title={t('empty')}
                  text={t('emptyText')}
                  filtered={isNarrowed(search) || identifier !== undefined}
                  noMatch={t('noMatch')}
                  noMatchText={t('noMatchText')}
                  onClear={() => {
                    setIdentifier(undefined);
                    void navigate({ search: FIRST_PAGE });
                  }}
                />
              }
            />
          )}
        </KeysetList>
      )}
    </>
  );
}

/** What is no identifier of its kind is told where it was typed. The server's own sentence is English. */
function useWrong(identifier: IdentifierInput | undefined, error: CombinedError | undefined): string | null {
  const { t, i18n } = useTranslation();
  if (!identifier || !hasErrorCode(error, 'BAD_USER_INPUT')) return null;
  return i18n.language === 'en' ? (error?.graphQLErrors[0]?.message ?? null) : t('errors.BAD_USER_INPUT');
}
