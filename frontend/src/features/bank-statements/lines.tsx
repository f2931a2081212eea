import { Checkbox, Skeleton } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { BankLineRowFragment, BankSuggestionFragment, ReconciledFundFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { EmptyState } from '@/ui/empty-state';
import { NoRows } from '@/ui/no-rows';
import classes from './bank.module.css';
import type { LineList } from './bank-search';
import { ImportAction } from './import-action';
import type { Picked } from './sums';
import { LineStateBadge, Reasons } from './words';

interface LinesProps {
  /** Undefined while they are on their way. */
  rows: readonly BankLineRowFragment[] | undefined;
  list: LineList;
  /** The fund, where nobody has imported a statement of it yet. */
  untouched: ReconciledFundFragment | undefined;
  root: RefObject<HTMLUListElement | null>;
  current: string | undefined;
  suggested: ReadonlyMap<string, BankSuggestionFragment>;
  picked: Picked;
  onLook: (id: string, at: number) => void;
  onTick: (line: BankLineRowFragment) => void;
  onConfirm: (line: BankLineRowFragment) => void;
}

const route = getRouteApi('/_app/funds/$id_/reconciliation');

/** Lines of the bank: J and K move, Enter confirms what is suggested or ticked, X ticks. */
export function Lines({ rows, list, untouched, root, ...row }: LinesProps) {
  const { t } = useTranslation('bank');
  const navigate = route.useNavigate();
  if (!rows) return <Skeleton h={240} aria-busy />;
  if (rows.length === 0 && untouched)
    return (
      <EmptyState
        icon={IconBuildingBank}
        title={t('statements.empty')}
        text={t('statements.emptyText')}
        action={<ImportAction fund={untouched} />}
      />
    );
  if (rows.length === 0)
    return (
      <NoRows
        icon={IconBuildingBank}
        title={t('lines.empty')}
        text={t('lines.emptyText')}
        filtered={list !== 'OPEN'}
        noMatch={t('lines.noMatch')}
        onClear={() => void navigate({ search: {} })}
      />
    );
  return (
    <>
      <span className={classes.muted}>{t('lines.keys')}</span>
      <ul ref={root} className={classes.list} aria-label={t('lines.title')}>
        {rows.map((line, at) => (
          <Line key={line.id} line={line} at={at} {...row} />
        ))}
      </ul>
    </>
  );
}

interface LineProps extends Omit<LinesProps, 'rows' | 'list' | 'untouched' | 'root'> {
  line: BankLineRowFragment;
  at: number;
}

function Line({ line, at, current, suggested, picked, onLook, onTick, onConfirm }: LineProps) {
  const { t } = useTranslation('bank');
  const { date, labelled, money } = useFormats();
  const isCurrent = line.id === current;
  const best = suggested.get(line.id);
  const named = line.reference ?? money(line.amount);
  return (
    <li className={classes.row} data-current={isCurrent || undefined}>
      {line.allowedActions.includes('MATCH') ? (
        <Checkbox
          size="xs"
          aria-label={labelled(t('lines.tick'), named)}
          checked={picked.lines.has(line.id)}
          onChange={() => onTick(line)}
        />
      ) : null}
      <button
        type="button"
        className={classes.look}
        data-row-link
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => onLook(line.id, at)}
        onFocus={() => onLook(line.id, at)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          onConfirm(line);
        }}
      >
        <span className={classes.line}>
          <strong>{money(line.amount)}</strong>
          <span>{line.counterparty}</span>
          <LineStateBadge state={line.state} />
        </span>
        <span className={classes.muted}>
          {date(line.bookedOn)} · {line.reference ?? t('lines.noReference')}
          {line.ageDays == null ? null : ` · ${t('age', { count: line.ageDays })}`}
        </span>
        {line.text ? <span className={classes.muted}>{line.text}</span> : null}
        {best && line.state === 'OPEN' ? (
          <span className={classes.muted}>
            {t('suggestion.score', { score: best.score })} · <Reasons reasons={best.reasons} />
          </span>
        ) : null}
      </button>
    </li>
  );
}
