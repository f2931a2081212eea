import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconShoppingCart } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useNotificationActivity } from '@/features/notifications/notification-feed';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, isNarrowed, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { ShortFailure } from '@/ui/short-failure';
import { PurchaseFilters } from './purchase-filters';
import { columnsFor, type PurchaseColumn, purchaseFilter, statesOf } from './purchase-search';
import { PurchaseTable } from './purchase-table';
import { PurchaseStateBadge } from './purchase-words';
import classes from './purchases.module.css';

const PurchaseList = graphql(`
  query PurchaseList($first: Int, $after: String, $last: Int, $before: String, $filter: PurchaseFilter) {
    purchases(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...PurchaseRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const PurchaseCounts = graphql(`
  query PurchaseCounts($filter: PurchaseFilter) {
    purchaseCounts(filter: $filter) {
      state
      count
    }
  }
`);

const PAGE = 20;
/** The server gives no more of a list at a time; the list has pages for the rest. */
const MOST = 100;

const route = getRouteApi('/_app/purchases/');

/** The test purchases by where they stand; on a phone, or where it is asked for, one below the other. */
export function PurchaseBoardPage() {
  const { t } = useTranslation('purchases');
  const viewer = useViewer();
  const search = route.useSearch();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            {may(viewer, 'PURCHASE_APPROVE') ? (
              <Button
                variant="default"
                renderRoot={(props) => <Link to="/purchases/approvals" search={{}} {...props} />}
              >
                {t('approvals.title')}
              </Button>
            ) : null}
            {may(viewer, 'PURCHASE_ASSIGN') ? (
              <Button variant="default" renderRoot={(props) => <Link to="/purchases/clashes" search={{}} {...props} />}>
                {t('clashes.title')}
              </Button>
            ) : null}
            {may(viewer, 'STATISTICS_READ') ? (
              <Button variant="default" renderRoot={(props) => <Link to="/purchases/figures" search={{}} {...props} />}>
                {t('figures.title')}
              </Button>
            ) : null}
          </>
        }
      />
      <PurchaseFilters phone={phone} />
      {search.list || phone ? <PurchasesAsList /> : <Board />}
    </>
  );
}

function Board() {
  const { t } = useTranslation('purchases');
  const search = route.useSearch();
  const { states } = search;
  const [{ data }, reload] = useQuery({ query: PurchaseCounts, variables: { filter: purchaseFilter(search) } });
  useLiveRefresh(useNotificationActivity(), () => reload({ requestPolicy: 'network-only' }));
  const numbers = new Map(data?.purchaseCounts.map(({ state, count }) => [state, count]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys too
    <section className={classes.board} aria-label={t('title')} tabIndex={0}>
      {columnsFor(states).map((column) => (
        <Column
          key={column}
          column={column}
          count={data ? statesOf(column, states).reduce((so, each) => so + (numbers.get(each) ?? 0), 0) : undefined}
        />
      ))}
    </section>
  );
}

/** `count` is how many there are, undefined while nobody knows. */
function Column({ column, count }: { column: PurchaseColumn; count: number | undefined }) {
  const { t } = useTranslation('purchases');
  const localName = useLocalName();
  const { money, number } = useFormats();
  const search = route.useSearch();
  const [first, setFirst] = useState(PAGE);
  const states = statesOf(column, search.states);
  const [{ data, error }, reload] = useQuery({
    query: PurchaseList,
    variables: { first, filter: { ...purchaseFilter(search), states } },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(useNotificationActivity(), refresh);
  const cards = data?.purchases.nodes;
  const total = count ?? data?.purchases.totalCount ?? 0;
  const beyond = total - (cards?.length ?? 0);
  return (
    <section className={classes.column} aria-label={t(`columns.${column}`)} aria-busy={!cards && !error}>
      <h2 className={classes.head}>
        {t(`columns.${column}`)}
        <span className={classes.dimmed}>{number(total)}</span>
      </h2>
      {error && !cards ? <ShortFailure error={error} retry={refresh} /> : null}
      {cards?.length === 0 ? <p className={classes.dimmed}>{t('nothing')}</p> : null}
      <ul className={classes.cards}>
        {cards?.map(
          ({ id, reference, title, state, organization, quantity, approvedQuantity, money: sums, refund }) => (
            <li key={id} className={classes.card}>
              <Link to="/purchases/$id" params={{ id }} search={{}} className={classes.link}>
                {title}
              </Link>
              <span className={classes.code}>{reference}</span>
              <span>
                {localName(organization)} · {t('pieces', { count: approvedQuantity ?? quantity })}
              </span>
              {sums ? <span className={classes.amount}>{money(sums.approved ?? sums.asked)}</span> : null}
              {refund?.overdue ? <span className={classes.warns}>{t('refund.overdue')}</span> : null}
              <PurchaseStateBadge state={state} />
            </li>
          ),
        )}
      </ul>
      {beyond > 0 && first < MOST ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setFirst(Math.min(MOST, first + PAGE))}>
          {t('more', { count: beyond })}
        </Button>
      ) : null}
      {beyond > 0 && first >= MOST ? (
        <Link to="/purchases" search={{ ...search, list: true, states }} className={classes.link}>
          {t('beyond', { count: beyond })}
        </Link>
      ) : null}
    </section>
  );
}

function PurchasesAsList() {
  const { t } = useTranslation('purchases');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: PurchaseList,
    variables: { ...pageArguments(search), filter: { ...purchaseFilter(search), states: search.states } },
  });
  useLiveRefresh(useNotificationActivity(), () => reload({ requestPolicy: 'network-only' }));
  const { list, ...filters } = search;
  return (
    <KeysetList
      page={data?.purchases}
      error={error}
      fetching={fetching}
      reload={reload}
      at={search}
      onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
      summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
    >
      {(purchases) => (
        <PurchaseTable
          label={t('title')}
          purchases={purchases}
          empty={
            <NoRows
              icon={IconShoppingCart}
              title={t('empty')}
              text={t('emptyText')}
              filtered={isNarrowed(filters)}
              noMatch={t('noMatch')}
              onClear={() => void navigate({ search: { ...FIRST_PAGE, list } })}
            />
          }
        />
      )}
    </KeysetList>
  );
}
