import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountName } from '@/features/funds/fund-words';
import { graphql } from '@/gql';
import type {
  BankEntryFragment,
  BankLineRowFragment,
  BankSuggestionFragment,
  FundMoneyFragment,
  MatchedLineFragment,
  OutstandingEntryFragment,
} from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './bank.module.css';
import type { Picked } from './sums';
import { Reasons } from './words';

graphql(`
  fragment MatchedLine on BankLine {
    id
    match {
      ...StandingMatch
    }
    history {
      id
      undoneAt
      undoneReason
      undoneBy {
        id
        name
      }
    }
  }
  fragment StandingMatch on BankMatch {
    id
    kind
    reasons
    note
    madeAt
    madeBy {
      id
      name
    }
    lines {
      id
      reference
      amount {
        ...FundMoney
      }
    }
    entries {
      ...BankEntry
    }
  }
`);

/** A line, and its match where the list asked for it. */
export type LookedAt = BankLineRowFragment & Partial<MatchedLineFragment>;

interface CounterpartsProps {
  line: LookedAt | undefined;
  /** What this line may be, the best first. */
  suggestions: readonly BankSuggestionFragment[];
  /** Undefined while they are on their way. */
  outstanding: readonly OutstandingEntryFragment[] | undefined;
  outstandingCount: number;
  writes: boolean;
  picked: Picked;
  running: boolean;
  onTick: (id: string, amount: FundMoneyFragment) => void;
  onMatch: (lines: string[], entries: string[]) => Promise<void>;
  onStep: (step: 'SUSPEND' | 'UNMATCH') => void;
}

/** What the ledger has for a line: its match, what is suggested, and all that no line of the bank shows yet. */
export function Counterparts(props: CounterpartsProps) {
  const { line, suggestions, outstanding, outstandingCount, writes, picked, running, onTick, onMatch, onStep } = props;
  const { t } = useTranslation('bank');
  return (
    <div className={classes.column}>
      {line?.match ? <Standing line={line} onUndo={() => onStep('UNMATCH')} /> : null}
      {line?.state === 'OPEN' ? (
        <Section
          title={t('suggestion.title')}
          count={suggestions.length}
          actions={
            line.allowedActions.includes('SUSPEND') ? (
              <Button variant="default" onClick={() => onStep('SUSPEND')}>
                {t('suspend.title')}…
              </Button>
            ) : null
          }
        >
          {suggestions.length === 0 ? <p className={classes.muted}>{t('suggestion.none')}</p> : null}
          <div className={classes.column}>
            {suggestions.map((each) => (
              <Suggestion
                key={each.entries.map(({ id }) => id).join()}
                suggestion={each}
                running={running}
                onMatch={line.allowedActions.includes('MATCH') ? onMatch : undefined}
              />
            ))}
          </div>
        </Section>
      ) : null}
      <Outstanding
        entries={outstanding}
        count={outstandingCount}
        picked={picked}
        onTick={writes ? onTick : undefined}
      />
    </div>
  );
}

/** An entry of the ledger in a line: how much, what, from where to where. */
export function Entry({ entry }: { entry: BankEntryFragment }) {
  const { t } = useTranslation('funds');
  const { moment, money } = useFormats();
  const accountName = useAccountName();
  return (
    <span className={classes.line}>
      <strong>{money(entry.amount)}</strong>
      <span>{t(`entryKinds.${entry.kind}`)}</span>
      <span className={classes.muted}>
        {accountName(entry.debit)} → {accountName(entry.credit)} · <time dateTime={entry.at}>{moment(entry.at)}</time>
        {entry.bankReference ? ` · ${entry.bankReference}` : null}
      </span>
    </span>
  );
}

interface SuggestionProps {
  suggestion: BankSuggestionFragment;
  running: boolean;
  onMatch?: CounterpartsProps['onMatch'];
}

function Suggestion({ suggestion, running, onMatch }: SuggestionProps) {
  const { t } = useTranslation('bank');
  const { labelled, money } = useFormats();
  const { lines, entries, orders, score, reasons } = suggestion;
  const [first] = entries;
  return (
    <div className={classes.card}>
      <span className={classes.muted}>
        {t('suggestion.score', { score })} · <Reasons reasons={reasons} />
      </span>
      {lines.length > 1
        ? lines.map((line) => (
            <span key={line.id} className={classes.muted}>
              {t('suggestion.line')} {line.reference} {money(line.amount)}
            </span>
          ))
        : null}
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
      {orders.map((order) => (
        <span key={order.purchaseReference} className={classes.muted}>
          {labelled(
            t('suggestion.order'),
            [order.purchaseReference, order.orderNumber, order.seller].filter(Boolean).join(' · '),
          )}
        </span>
      ))}
      {onMatch && first ? (
        <span>
          <Button
            loading={running}
            aria-label={labelled(t('suggestion.confirm'), first.bankReference ?? money(first.amount))}
            onClick={() =>
              void onMatch(
                lines.map(({ id }) => id),
                entries.map(({ id }) => id),
              )
            }
          >
            {t('suggestion.confirm')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

function Standing({ line, onUndo }: { line: LookedAt; onUndo: () => void }) {
  const { t } = useTranslation('bank');
  const { dateTime, labelled, money } = useFormats();
  const { match, history = [] } = line;
  if (!match) return null;
  const undone = history.filter(({ undoneAt }) => undoneAt);
  return (
    <Section
      title={t('standing.title')}
      actions={
        line.allowedActions.includes('UNMATCH') ? (
          <Button variant="default" onClick={onUndo}>
            {t('unmatch.title')}…
          </Button>
        ) : null
      }
    >
      <div className={classes.card}>
        <span>
          {t(`matchKinds.${match.kind}`)} · {match.madeBy?.name ?? t('standing.service')} ·{' '}
          <time dateTime={match.madeAt}>{dateTime(match.madeAt)}</time>
        </span>
        {match.reasons.length > 0 ? (
          <span className={classes.muted}>
            <Reasons reasons={match.reasons} />
          </span>
        ) : null}
        {match.lines.length > 1
          ? match.lines.map((each) => (
              <span key={each.id} className={classes.muted}>
                {t('suggestion.line')} {each.reference} {money(each.amount)}
              </span>
            ))
          : null}
        {match.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
        {match.note ? <span>{match.note}</span> : null}
        {undone.map((each) => (
          <span key={each.id} className={classes.muted}>
            {labelled(t('standing.undone', { name: each.undoneBy?.name ?? '–' }), each.undoneReason ?? '–')}
          </span>
        ))}
      </div>
    </Section>
  );
}

interface OutstandingProps {
  entries: readonly OutstandingEntryFragment[] | undefined;
  count: number;
  picked: Picked;
  onTick?: CounterpartsProps['onTick'];
}

function Outstanding({ entries, count, picked, onTick }: OutstandingProps) {
  const { t } = useTranslation(['bank', 'funds']);
  const { labelled, money } = useFormats();
  const [sought, setSought] = useState('');
  const wanted = sought.trim().toLowerCase();
  const shown = entries?.filter(
    ({ entry, amount }) =>
      !wanted ||
      [entry.bankReference, entry.note, amount.amount, t(`funds:entryKinds.${entry.kind}`)].some((text) =>
        text?.toLowerCase().includes(wanted),
      ),
  );
  return (
    <Section title={t('outstanding.title')} count={entries ? count : undefined}>
      {entries === undefined ? <Skeleton h={160} aria-busy /> : null}
      {entries?.length === 0 ? <p className={classes.muted}>{t('outstanding.none')}</p> : null}
      {entries && entries.length > 0 ? (
        <>
          <TextInput
            mb={8}
            aria-label={t('outstanding.search')}
            placeholder={t('outstanding.search')}
            value={sought}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
          <ul className={classes.list} aria-label={t('outstanding.title')}>
            {(shown ?? []).map(({ entry, amount, ageDays }) => (
              <li key={entry.id} className={classes.row}>
                {onTick ? (
                  <Checkbox
                    size="xs"
                    aria-label={labelled(t('outstanding.tick'), entry.bankReference ?? money(amount))}
                    checked={picked.entries.has(entry.id)}
                    onChange={() => onTick(entry.id, amount)}
                  />
                ) : null}
                <span className={classes.look} data-still>
                  <Entry entry={{ ...entry, amount }} />
                  <span className={classes.muted}>{t('age', { count: ageDays })}</span>
                </span>
              </li>
            ))}
          </ul>
          {wanted && shown?.length === 0 ? <p className={classes.muted}>{t('outstanding.noMatch')}</p> : null}
          {count > entries.length ? (
            <p className={classes.muted}>{t('outstanding.more', { count: entries.length })}</p>
          ) : null}
        </>
      ) : null}
    </Section>
  );
}
