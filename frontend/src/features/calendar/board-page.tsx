import { ActionIcon, Menu, Skeleton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type DragEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DeadlineChip } from '@/features/deliveries/deadline-chip';
import { useLeadActivity } from '@/features/leads/lead-activity-feed';
import { graphql } from '@/gql';
import type { BoardCardFragment, DeliveryAction } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { PageHeader } from '@/ui/page-header';
import { ShortFailure } from '@/ui/short-failure';
import { TlpBadge } from '@/ui/tlp-badge';
import { Toolbar } from '@/ui/toolbar';
import { COLUMNS, type Column, moveInto } from './board-moves';
import classes from './board-page.module.css';
import { MineButton, useDueFilter } from './planning-filter';

const BoardDialog = lazy(() => import('./board-dialog'));

const BoardColumnQuery = graphql(`
  query BoardColumn($filter: DeliveryFilter!, $orderBy: DeliveryOrder!) {
    deliveries(first: 30, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...BoardCard
      }
      totalCount
    }
  }
  fragment BoardCard on Delivery {
    ...DeliveryClock
    allowedActions
    brands {
      id
      name
      nameZh
    }
    lead {
      id
      reference
      title
      tlp
    }
    followUp {
      assignee {
        id
        name
      }
    }
  }
`);

const route = getRouteApi('/_app/board');
const EVERY_COLUMN = Object.keys(COLUMNS) as Column[];
/** What is done is sorted latest first, the rest by deadline. */
const orderOf = (column: Column) =>
  column === 'answered'
    ? ({ field: 'CREATED_AT', direction: 'DESC' } as const)
    : ({ field: 'DUE_AT', direction: 'ASC' } as const);

interface Doing {
  id: string;
  action: DeliveryAction;
}

/** The deliveries by where they stand. A card is moved by what the server allows, through the dialog of that step. */
export function BoardPage() {
  const { t } = useTranslation('calendar');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [dragged, setDragged] = useState<BoardCardFragment | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const activity = useLeadActivity();
  return (
    <>
      <PageHeader title={t('board.title')} />
      <Toolbar>
        <MineButton
          pressed={search.mine === true}
          onToggle={() => void navigate({ search: (was) => ({ ...was, mine: was.mine ? undefined : true }) })}
        />
      </Toolbar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys too */}
      <section className={classes.board} aria-label={t('board.title')} tabIndex={0}>
        {EVERY_COLUMN.map((column) => (
          <BoardColumn
            key={column}
            column={column}
            mine={search.mine === true}
            signal={`${activity}${doing?.id ?? ''}`}
            dragged={dragged}
            onDrag={setDragged}
            onMove={(card, action) => setDoing({ id: card.id, action })}
          />
        ))}
      </section>
      {doing ? (
        <Suspense>
          <BoardDialog {...doing} onClose={() => setDoing(null)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface BoardColumnProps {
  column: Column;
  mine: boolean;
  signal: string;
  dragged: BoardCardFragment | null;
  onDrag: (card: BoardCardFragment | null) => void;
  onMove: (card: BoardCardFragment, action: DeliveryAction) => void;
}

function BoardColumn({ column, mine, signal, dragged, onDrag, onMove }: BoardColumnProps) {
  const { t } = useTranslation('calendar');
  const { number } = useFormats();
  const filter = useDueFilter(mine);
  const [{ data, error }, reload] = useQuery({
    query: BoardColumnQuery,
    variables: { filter: { ...filter, states: [...COLUMNS[column]] }, orderBy: orderOf(column) },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(signal, refresh);
  const action = dragged ? moveInto(column, dragged) : null;
  const cards = data?.deliveries.nodes;
  const beyond = (data?.deliveries.totalCount ?? 0) - (cards?.length ?? 0);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged && action) onMove(dragged, action);
    onDrag(null);
  };
  return (
    <section
      className={classes.column}
      aria-label={t(`board.columns.${column}`)}
      aria-busy={!cards && !error}
      data-open={action ? true : undefined}
      onDragOver={(event) => {
        if (action) event.preventDefault();
      }}
      onDrop={drop}
    >
      <h2 className={classes.head}>
        {t(`board.columns.${column}`)}
        <span className={classes.count}>{number(data?.deliveries.totalCount ?? 0)}</span>
      </h2>
      {cards ? (
        <ul className={classes.cards}>
          {cards.map((card) => (
            <Card key={card.id} card={card} onDrag={onDrag} onMove={onMove} />
          ))}
        </ul>
      ) : error ? (
        <ShortFailure error={error} retry={refresh} />
      ) : (
        <Skeleton h={64} radius={8} />
      )}
      {beyond > 0 ? <p className={classes.beyond}>{t('board.beyond', { count: beyond })}</p> : null}
    </section>
  );
}

type CardProps = Pick<BoardColumnProps, 'onDrag' | 'onMove'> & { card: BoardCardFragment };

function Card({ card, onDrag, onMove }: CardProps) {
  const { t } = useTranslation('calendar');
  const localName = useLocalName();
  const { list } = useFormats();
  const moves = EVERY_COLUMN.flatMap((column) => {
    const action = moveInto(column, card);
    return action ? [{ column, action }] : [];
  });
  const { reference, title, tlp } = card.lead;
  const assignee = card.followUp.assignee?.name;
  return (
    <li
      className={classes.card}
      draggable={moves.length > 0}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', reference);
        onDrag(card);
      }}
      onDragEnd={() => onDrag(null)}
    >
      <div className={classes.line}>
        <span className={classes.reference}>{reference}</span>
        {moves.length > 0 ? (
          <Menu withinPortal position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                className={classes.move}
                aria-label={t('board.move', { reference })}
              >
                <IconDots size={15} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {moves.map(({ column, action }) => (
                <Menu.Item key={column} onClick={() => onMove(card, action)}>
                  {t('board.moveTo', { column: t(`board.columns.${column}`) })}…
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <Link to="/leads/$reference" params={{ reference }} className={classes.link} draggable={false}>
        {title}
      </Link>
      <div className={classes.meta}>
        <DeadlineChip clock={card} provisional={card.provisional} />
        <TlpBadge tlp={tlp} />
      </div>
      <div className={classes.foot}>
        <span className={classes.brands}>{list(card.brands.map(localName))}</span>
        {assignee ? <span className={classes.assignee}>{assignee}</span> : null}
      </div>
    </li>
  );
}
