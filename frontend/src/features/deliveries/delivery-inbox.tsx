import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCircleCheck, IconInbox } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { DELIVERY_ACTIONS } from '@/features/bulk/bulk-action';
import { type Selection, useSelection } from '@/features/bulk/use-selection';
import { useLeadActivity } from '@/features/leads/lead-activity-feed';
import { graphql } from '@/gql';
import type { DeliveryState, InboxRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { withRestOfTexts } from '@/lib/i18n';
import { useKeys } from '@/lib/keyboard';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { inboxRecipient, may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { EmptyState } from '@/ui/empty-state';
import { Pager } from '@/ui/pager';
import { QueryFailure } from '@/ui/query-failure';
import { TlpBadge } from '@/ui/tlp-badge';
import { DeadlineChip } from './deadline-chip';
import classes from './delivery-inbox.module.css';
import { DeliveryStateBadge } from './delivery-state';
import { deliveryFilter, deliveryOrder, type InboxView } from './inbox-search';

const Inbox = graphql(`
  query Inbox($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter, $orderBy: DeliveryOrder) {
    deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter, orderBy: $orderBy) {
      nodes {
        ...InboxRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
    }
  }
  fragment InboxRow on Delivery {
    ...DeliveryClock
    brands {
      id
      name
      nameZh
    }
    recipient {
      id
      name
    }
    lead {
      id
      reference
      title
      tlp
    }
  }
`);

/** Loaded beside the list, which is readable before the form is there. */
const DeliveryDetail = lazy(() => withRestOfTexts(import('./delivery-detail')));

const BulkBar = lazy(() => withRestOfTexts(import('@/features/bulk/bulk-bar')));

type DeliveryView = Exclude<InboxView, 'triage'>;
const route = getRouteApi('/_app/inbox');

/** The list at the left, the lead and its answer at the right: sixty answers without leaving the page. */
export function DeliveryInbox({ view }: { view: DeliveryView }) {
  const viewer = useViewer();
  const selection = useSelection();
  const answers = may(viewer, 'DELIVERY_ANSWER') && view !== 'expired';
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [{ data: answer, error }, reload] = useQuery({
    query: Inbox,
    variables: {
      ...pageArguments(search),
      filter: deliveryFilter(view, inboxRecipient(viewer), search.brands),
      orderBy: deliveryOrder(view),
    },
  });
  // The rows are drawn in turns that leave room for what somebody does meanwhile.
  const data = useDeferredValue(answer);
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(useLeadActivity(), refresh);

  const rows = data?.deliveries.nodes;
  const selected = search.selected ?? (wide ? rows?.[0]?.id : undefined);
  const at = rows?.findIndex(({ id }) => id === selected) ?? -1;
  const select = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, selected: id }), replace: true, resetScroll: false });
  const step = (by: 1 | -1) => {
    const next = rows?.[Math.min(Math.max(at + by, 0), rows.length - 1)];
    if (next) select(next.id);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => {
      if (answers && selected) selection.toggle(selected);
    },
    o: () => {
      const row = rows?.[at];
      if (row) void navigate({ to: '/leads/$reference', params: { reference: row.lead.reference } });
    },
  });

  if (error && !data) return <QueryFailure error={error} retry={reload} />;
  if (rows?.length === 0 && !search.selected)
    return (
      <NothingWaits
        view={view}
        filtered={search.brands !== undefined}
        onClear={() =>
          void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, brands: undefined }), replace: true })
        }
      />
    );
  return (
    <div className={classes.split}>
      {wide || !search.selected ? (
        <div className={classes.list}>
          <Rows rows={rows} selected={selected} selection={answers ? selection : undefined} />
          {data ? (
            <Pager
              page={search}
              info={data.deliveries.pageInfo}
              onPage={(page) =>
                void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...page, selected: undefined }) })
              }
            />
          ) : null}
          {selection.selected.size > 0 ? (
            <Suspense>
              <BulkBar selection={selection} actions={DELIVERY_ACTIONS} onDone={refresh} />
            </Suspense>
          ) : null}
        </div>
      ) : null}
      {selected ? (
        <Suspense fallback={<div className={classes.detail} aria-busy />}>
          <DeliveryDetail
            key={selected}
            id={selected}
            onBack={wide ? undefined : () => select(undefined)}
            onAnswered={() => {
              select(rows?.[at + 1]?.id ?? rows?.[at - 1]?.id);
              refresh();
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}

interface NothingWaitsProps {
  view: DeliveryView;
  filtered: boolean;
  onClear: () => void;
}

function NothingWaits({ view, filtered, onClear }: NothingWaitsProps) {
  const { t } = useTranslation(['inbox', 'common']);
  const icon = view === 'due' || view === 'overdue' ? IconCircleCheck : IconInbox;
  if (!filtered) return <EmptyState icon={icon} title={t(`empty.${view}`)} text={t(`emptyText.${view}`)} />;
  return (
    <EmptyState
      icon={icon}
      title={t('noMatch')}
      text={t('common:noMatchText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('common:clearFilters')}
        </Button>
      }
    />
  );
}

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

interface RowsProps {
  rows: readonly InboxRowFragment[] | undefined;
  selected: string | undefined;
  selection: Selection | undefined;
}

function Rows({ rows, selected, selection }: RowsProps) {
  const { t } = useTranslation('inbox');
  return (
    <ul className={classes.rows} aria-label={t('title')} aria-busy={rows === undefined}>
      {rows
        ? rows.map((row) => <InboxRow key={row.id} row={row} current={row.id === selected} selection={selection} />)
        : SKELETON_ROWS.map((key) => (
            <li key={key} className={classes.row}>
              <Skeleton h={10} w="70%" my={5} className={classes.meta} />
              <Skeleton h={10} w="40%" my={5} className={classes.meta} />
            </li>
          ))}
    </ul>
  );
}

/** The chip of the deadline says these already. */
const SAID_BY_THE_CLOCK: ReadonlySet<DeliveryState> = new Set(['OVERDUE', 'EXPIRED']);

interface InboxRowProps {
  row: InboxRowFragment;
  current: boolean;
  selection: Selection | undefined;
}

function InboxRow({ row, current, selection }: InboxRowProps) {
  const { t } = useTranslation('inbox');
  const localName = useLocalName();
  const { list } = useFormats();
  return (
    <li className={classes.row} data-current={current || undefined}>
      {selection ? (
        <input
          type="checkbox"
          className={classes.box}
          aria-label={t('select', { name: row.lead.reference })}
          checked={selection.selected.has(row.id)}
          onChange={() => selection.toggle(row.id)}
        />
      ) : null}
      <Link
        to="/inbox"
        search={(now) => ({ ...now, selected: row.id })}
        replace
        resetScroll={false}
        className={classes.link}
        aria-current={current ? 'true' : undefined}
        data-row-link
      >
        <span className={classes.title}>{row.lead.title}</span>
      </Link>
      <span className={classes.reference}>{row.lead.reference}</span>
      <span className={classes.meta}>
        <DeadlineChip clock={row} provisional={row.provisional} />
        <TlpBadge tlp={row.lead.tlp} />
        {SAID_BY_THE_CLOCK.has(row.state) ? null : <DeliveryStateBadge state={row.state} />}
        <span className={classes.brands}>{list(row.brands.map(localName))}</span>
      </span>
    </li>
  );
}
