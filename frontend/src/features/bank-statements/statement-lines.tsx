import { Button, Skeleton } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import funds from '@/features/funds/funds.module.css';
import { graphql } from '@/gql';
import type { BankLineState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import classes from './bank.module.css';
import { Entry, type LookedAt } from './counterparts';
import { LineStateBadge } from './words';

const Lines = graphql(`
  query StatementLines($first: Int, $after: String, $last: Int, $before: String, $filter: BankLineFilter) {
    bankLines(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...BankLineRow
        ...MatchedLine
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const STATES: readonly (BankLineState | undefined)[] = [undefined, 'OPEN', 'IN_SUSPENSE', 'MATCHED'];
/** Each comes with its match, so fewer than of other lists at once. */
const LINES = 25;

const route = getRouteApi('/_app/funds/$id_/statements/$statement');

/** The lines of a statement, each with what it is in the ledger. */
export function StatementLines({ statement }: { statement: string }) {
  const { t } = useTranslation('bank');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { state } = search;
  const filter = { statementId: statement, states: state ? [state] : undefined };
  const [{ data, error, fetching }, reload] = useQuery({
    query: Lines,
    variables: { ...pageArguments(search, LINES), filter },
  });
  return (
    <>
      <div className={classes.filters}>
        {STATES.map((each) => (
          <Button
            key={each ?? 'ALL'}
            variant={each === state ? 'light' : 'subtle'}
            color={each === state ? undefined : 'gray'}
            aria-pressed={each === state}
            onClick={() => void navigate({ search: { ...FIRST_PAGE, state: each }, replace: true })}
          >
            {t(`lists.${each ?? 'ALL'}`)}
          </Button>
        ))}
      </div>
      <KeysetList
        page={data?.bankLines}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }) })}
        summary={(count, exact) => t(exact ? 'lines.count' : 'lines.countAtLeast', { count })}
      >
        {(rows) => {
          if (!rows) return <Skeleton h={240} aria-busy />;
          if (rows.length === 0)
            return (
              <NoRows
                icon={IconBuildingBank}
                title={t('statement.empty')}
                text={t('statement.emptyText')}
                filtered={state !== undefined}
                noMatch={t('lines.noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            );
          return (
            <ul className={funds.list} aria-label={t('lines.title')}>
              {rows.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </ul>
          );
        }}
      </KeysetList>
    </>
  );
}

function Line({ line }: { line: LookedAt }) {
  const { t } = useTranslation('bank');
  const { date, dateTime, labelled, money } = useFormats();
  const {
    number,
    bookedOn,
    valueOn,
    reference,
    counterparty,
    text,
    state,
    ageDays,
    amount,
    match,
    history = [],
  } = line;
  return (
    <li className={funds.entry}>
      <span className={funds.line}>
        <span className={funds.dimmed}>{number}</span>
        <span className={funds.strong}>{counterparty ?? t('lines.noReference')}</span>
        <LineStateBadge state={state} />
        <strong className={`${funds.amount} ${funds.end}`}>{money(amount)}</strong>
      </span>
      <span className={funds.dimmed}>
        {date(bookedOn)}
        {valueOn && valueOn !== bookedOn ? ` (${labelled(t('columns.VALUE_ON'), date(valueOn))})` : null}
        {` · ${reference ?? t('lines.noReference')}`}
        {text ? ` · ${text}` : null}
        {ageDays == null ? null : ` · ${t('age', { count: ageDays })}`}
      </span>
      {match ? (
        <span className={funds.dimmed}>
          {t(`matchKinds.${match.kind}`)}
          {match.madeBy ? ` · ${match.madeBy.name}` : null} ·{' '}
          <time dateTime={match.madeAt}>{dateTime(match.madeAt)}</time>
          {match.note ? ` · ${match.note}` : null}
        </span>
      ) : null}
      {match?.entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {history
        .filter(({ undoneAt }) => undoneAt)
        .map((each) => (
          <span key={each.id} className={funds.dimmed}>
            {labelled(t('standing.undone', { name: each.undoneBy?.name ?? '–' }), each.undoneReason ?? '–')}
          </span>
        ))}
    </li>
  );
}
