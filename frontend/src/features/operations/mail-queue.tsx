import { Select } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { MailStatus } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { Section } from '@/ui/section';
import { MailTable } from './mail-table';
import classes from './operations-page.module.css';
import { useSteadyReload } from './steady-reload';

const MailQueueQuery = graphql(`
  query MailQueue($first: Int, $after: String, $last: Int, $before: String, $filter: MailFilter) {
    mails(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...MailRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

/** Jobs and processes stand above it: fewer than a page of its own would have. */
const PAGE_SIZE = 20;

const route = getRouteApi('/_app/operations');

/** What was to be sent and what became of it, latest first; never what a mail says, nor to which address. */
export function MailQueue({ onRetried }: { onRetried: () => void }) {
  const { t } = useTranslation('operations');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: MailQueueQuery,
    variables: { ...pageArguments(search, PAGE_SIZE), filter: { state: search.mails } },
  });
  useSteadyReload(reload);
  const show = (mails: MailStatus | undefined) =>
    void navigate({ search: { ...FIRST_PAGE, mails }, replace: true, resetScroll: false });
  return (
    <div id="mails" className={classes.table}>
      <Section
        title={t('parts.mails')}
        actions={
          <Select
            size="xs"
            w={176}
            clearable
            aria-label={t('mails.state')}
            placeholder={t('mails.all')}
            value={search.mails ?? null}
            onChange={(state) => show((state as MailStatus | null) ?? undefined)}
            data={Object.values(MailStatus).map((value) => ({ value, label: t(`mails.states.${value}`) }))}
          />
        }
      >
        <KeysetList
          page={data?.mails}
          error={error}
          fetching={fetching}
          reload={reload}
          at={search}
          onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false })}
          summary={(count, exact) => t(exact ? 'mails.count' : 'mails.countAtLeast', { count })}
        >
          {(mails) => (
            <MailTable
              mails={mails}
              onRetried={() => {
                reload({ requestPolicy: 'network-only' });
                onRetried();
              }}
              empty={
                <NoRows
                  icon={IconMail}
                  title={t('mails.empty')}
                  text={t('mails.emptyText')}
                  filtered={search.mails !== undefined}
                  noMatch={t('mails.noMatch')}
                  noMatchText={t('mails.noMatchText')}
                  onClear={() => show(undefined)}
                />
              }
            />
          )}
        </KeysetList>
      </Section>
    </div>
  );
}
