import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { BankLineFilter, BankLineRowFragment, ReconciledFundFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { today } from '@/lib/day';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { stepFocus, useKeys } from '@/lib/keyboard';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useReconnected } from '@/lib/live';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { Pager } from '@/ui/pager';
import { QueryFailure } from '@/ui/query-failure';
import { Toolbar } from '@/ui/toolbar';
import classes from './bank.module.css';
import { LINE_LISTS, type LineList } from './bank-search';
import { Counterparts, type LookedAt } from './counterparts';
import { Lines } from './lines';
import { differenceOf, effective, isWhole, NOTHING, toggled } from './sums';

const SuspendDialog = lazy(() => import('./dialogs/suspend-dialog'));
const UnmatchDialog = lazy(() => import('./dialogs/unmatch-dialog'));

const BankLines = graphql(`
  query BankLines($fund: ID!, $first: Int, $after: String, $last: Int, $before: String, $filter: BankLineFilter) {
    imported: bankStatements(first: 0, filter: { fundId: $fund }) {
      totalCount
    }
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

const Sides = graphql(`
  query BankSides($fund: ID!, $from: Date!, $to: Date!) {
    bankReconciliation(fundId: $fund, from: $from, to: $to) {
      fund {
        id
      }
      outstandingCount
      outstanding {
        ...OutstandingEntry
      }
    }
    bankMatchSuggestions(fundId: $fund) {
      ...BankSuggestion
    }
  }
  fragment OutstandingEntry on OutstandingEntry {
    ageDays
    amount {
      ...FundMoney
    }
    entry {
      ...BankEntry
    }
  }
  fragment BankSuggestion on BankMatchSuggestion {
    score
    reasons
    lines {
      ...BankLineRow
    }
    entries {
      ...BankEntry
    }
    orders {
      purchaseReference
      orderNumber
      seller
    }
  }
`);

const Match = graphql(`
  mutation MatchBankLines($input: MatchBankLinesInput!) {
    matchBankLines(input: $input) {
      match {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const MatchAll = graphql(`
  mutation MatchBankLinesByReference($input: MatchBankLinesByReferenceInput!) {
    matchBankLinesByReference(input: $input) {
      matched
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Each comes with its match, so fewer than of other lists at once. */
const LINES = 25;

const route = getRouteApi('/_app/funds/$id_/reconciliation');

function filterOf(fund: string, list: LineList, statement?: string): BankLineFilter {
  const states = list === 'ALL' ? undefined : [list === 'SUGGESTED' ? ('OPEN' as const) : list];
  return { fundId: fund, statementId: statement, states };
}

/** Lines of the bank at the left, what the ledger has for them at the right; one key confirms what is suggested. */
export function Matching({ fund }: { fund: ReconciledFundFragment }) {
  const search = route.useSearch();
  const list = search.lines ?? 'OPEN';
  const root = useRef<HTMLUListElement>(null);
  const [looked, setLooked] = useState<{ id: string; at: number } | null>(null);
  const [picked, setPicked] = useState(NOTHING);
  const [dialog, setDialog] = useState<'SUSPEND' | 'UNMATCH' | null>(null);
  const [{ data, error }, reload] = useQuery({
    query: BankLines,
    variables: { fund: fund.id, ...pageArguments(search, LINES), filter: filterOf(fund.id, list, search.statement) },
  });
  const [{ data: sides }, reloadSides] = useQuery({
    query: Sides,
    variables: { fund: fund.id, from: fund.createdAt.slice(0, 10), to: today() },
  });
  const refresh = () => {
    reload({ requestPolicy: 'network-only' });
    reloadSides({ requestPolicy: 'network-only' });
  };
  useReconnected(refresh);
  const suggestions = sides?.bankMatchSuggestions ?? [];
  const suggested = new Map(
    suggestions.toReversed().flatMap((each) => each.lines.map(({ id }) => [id, each] as const)),
  );
  const found = data?.bankLines.nodes;
  const rows: readonly LookedAt[] | undefined =
    list === 'SUGGESTED' ? suggestedLines(suggestions, search.statement, sides !== undefined) : found;
  const current = rows?.find(({ id }) => id === looked?.id) ?? rows?.[Math.min(looked?.at ?? 0, rows.length - 1)];
  const { match, running } = useMatch(() => {
    setPicked(NOTHING);
    refresh();
  });
  const counted = effective(picked, current?.state === 'OPEN' ? current : undefined);
  const confirm = (line: BankLineRowFragment) => {
    if (picked.lines.size + picked.entries.size > 0) {
      if (isWhole(counted)) void match([...counted.lines.keys()], [...counted.entries.keys()]);
      return;
    }
    const best = suggested.get(line.id);
    if (best && line.allowedActions.includes('MATCH'))
      void match(
        best.lines.map(({ id }) => id),
        best.entries.map(({ id }) => id),
      );
  };
  const tick = (line: BankLineRowFragment) => {
    if (line.allowedActions.includes('MATCH')) setPicked((now) => toggled(now, 'lines', line.id, line.amount));
  };
  useKeys({
    j: () => stepFocus(root.current, 1),
    k: () => stepFocus(root.current, -1),
    x: () => current && tick(current),
  });
  if (error && !data) return <QueryFailure error={error} retry={reload} />;
  return (
    <>
      <LineFilters fund={fund} onDone={refresh} />
      <div className={classes.split}>
        <div className={classes.column}>
          <Lines
            rows={rows}
            list={list}
            untouched={data?.imported.totalCount === 0 ? fund : undefined}
            root={root}
            current={current?.id}
            suggested={suggested}
            picked={picked}
            onLook={(id, at) => setLooked({ id, at })}
            onTick={tick}
            onConfirm={confirm}
          />
          {data && list !== 'SUGGESTED' ? <LinePager page={data.bankLines} /> : null}
        </div>
        <Counterparts
          line={current}
          suggestions={suggestions.filter(({ lines }) => lines.some(({ id }) => id === current?.id))}
          outstanding={sides?.bankReconciliation?.outstanding}
          outstandingCount={sides?.bankReconciliation?.outstandingCount ?? 0}
          writes={fund.allowedActions.includes('RECORD')}
          picked={picked}
          running={running}
          onTick={(id, amount) => setPicked((now) => toggled(now, 'entries', id, amount))}
          onMatch={match}
          onStep={setDialog}
        />
      </div>
      {picked.lines.size + picked.entries.size > 0 ? (
        <SumBar
          picked={counted}
          running={running}
          onMatch={() => void match([...counted.lines.keys()], [...counted.entries.keys()])}
          onClear={() => setPicked(NOTHING)}
        />
      ) : null}
      <Suspense>
        {dialog === 'SUSPEND' && current ? (
          <SuspendDialog line={current} onDone={refresh} onClose={() => setDialog(null)} />
        ) : null}
        {dialog === 'UNMATCH' && current ? (
          <UnmatchDialog line={current} onDone={refresh} onClose={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </>
  );
}

/** The lines that something is suggested for, each once, the best first. */
function suggestedLines(
  suggestions: readonly { lines: readonly BankLineRowFragment[] }[],
  statement: string | undefined,
  isKnown: boolean,
): BankLineRowFragment[] | undefined {
  if (!isKnown) return undefined;
  const lines = new Map(suggestions.flatMap((each) => each.lines.map((line) => [line.id, line] as const)));
  return [...lines.values()].filter((line) => !statement || line.statement.id === statement);
}

/** Says that lines and entries are the same money. */
function useMatch(onDone: () => void) {
  const { t } = useTranslation('bank');
  const { run, running } = useCommand(Match);
  const [key, renewKey] = useIdempotencyKey();
  const match = async (bankLineIds: string[], ledgerEntryIds: string[]) => {
    const outcome = await run({ input: { idempotencyKey: key.current, bankLineIds, ledgerEntryIds } });
    // Only an unanswered one may be sent again under the same key.
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    void notify(outcome.ok ? t('matched') : failureText(outcome.failure));
    if (outcome.ok || outcome.failure.code === 'TRANSITION_NOT_ALLOWED') onDone();
  };
  return { match, running };
}

function LinePager({
  page,
}: {
  page: { pageInfo: Parameters<typeof Pager>[0]['info']; totalCount: number; totalCountIsExact: boolean };
}) {
  const { t } = useTranslation('bank');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  if (page.totalCount === 0) return null;
  return (
    <Pager
      page={search}
      info={page.pageInfo}
      summary={t(page.totalCountIsExact ? 'lines.count' : 'lines.countAtLeast', { count: page.totalCount })}
      onPage={(next) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }) })}
    />
  );
}

function LineFilters({ fund, onDone }: { fund: ReconciledFundFragment; onDone: () => void }) {
  const { t } = useTranslation('bank');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { run, running } = useCommand(MatchAll);
  const [key, renewKey] = useIdempotencyKey();
  const list = search.lines ?? 'OPEN';
  const matchAll = async () => {
    const outcome = await run({ input: { idempotencyKey: key.current, fundId: fund.id } });
    if (outcome.ok || outcome.failure.code !== null) renewKey();
    void notify(outcome.ok ? t('matchedCount', { count: outcome.payload.matched }) : failureText(outcome.failure));
    onDone();
  };
  return (
    <Toolbar>
      {LINE_LISTS.map((each) => (
        <Button
          key={each}
          variant={each === list ? 'light' : 'subtle'}
          color={each === list ? undefined : 'gray'}
          aria-pressed={each === list}
          onClick={() =>
            void navigate({
              search: (now) => ({ ...now, ...FIRST_PAGE, lines: each === 'OPEN' ? undefined : each }),
              replace: true,
            })
          }
        >
          {t(`lists.${each}`)}
        </Button>
      ))}
      {search.statement ? (
        <Button
          variant="light"
          fw={500}
          onClick={() => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, statement: undefined }) })}
        >
          {t('lines.allStatements')}
        </Button>
      ) : null}
      {fund.allowedActions.includes('RECORD') ? (
        <Button variant="default" loading={running} onClick={() => void matchAll()}>
          {t('matchByReference')}
        </Button>
      ) : null}
    </Toolbar>
  );
}

interface SumBarProps {
  picked: typeof NOTHING;
  running: boolean;
  onMatch: () => void;
  onClear: () => void;
}

/** What is ticked and what is still between the two sides: they are matched where that is nothing. */
function SumBar({ picked, running, onMatch, onClear }: SumBarProps) {
  const { t } = useTranslation('bank');
  const { labelled, money } = useFormats();
  const difference = differenceOf(picked);
  const whole = isWhole(picked);
  return (
    <section className={classes.bar} aria-label={t('sum.title')}>
      <span>{t('sum.lines', { count: picked.lines.size })}</span>
      <span>{t('sum.entries', { count: picked.entries.size })}</span>
      <output className={whole ? classes.good : classes.warns}>
        {difference ? labelled(t('sum.difference'), money(difference)) : t('sum.nothing')}
      </output>
      <Button variant="default" onClick={onClear}>
        {t('sum.clear')}
      </Button>
      <Button disabled={!whole} loading={running} onClick={onMatch}>
        {t('match')}
      </Button>
    </section>
  );
}
