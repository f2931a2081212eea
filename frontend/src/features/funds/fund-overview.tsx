import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FundOverviewQuery, FundPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { FundCourse } from './fund-course';
import { FundFigures } from './fund-figures';
import { ProgramStateBadge } from './fund-words';
import classes from './funds.module.css';
import { useOrderTitle } from './orders/order-title';

const Overview = graphql(`
  query FundOverview($id: ID!) {
    fundOrders(first: 20, filter: { fundId: $id, states: [PROPOSED] }) {
      nodes {
        id
        reference
        proposedAt
        approvalsNeeded
        approvals {
          at
        }
        proposedBy {
          id
          name
        }
        ...OrderTitle
      }
    }
    testPurchasePrograms(first: 20, filter: { fundId: $id, states: [PLANNED, ACTIVE] }) {
      nodes {
        id
        name
        state
        startsOn
        endsOn
      }
    }
  }
`);

/** What the fund comes to, how it came to that, what waits for somebody, and what it pays. */
export function FundOverview({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const [{ data, error }, reload] = useQuery({ query: Overview, variables: { id: fund.id } });
  return (
    <div className={classes.parts}>
      <FundFigures fund={fund} />
      <FundCourse fund={fund} />
      {error && !data ? <ShortFailure error={error} retry={reload} /> : null}
      {data ? <Waiting orders={data.fundOrders.nodes} fund={fund} /> : <div aria-busy={!error} />}
      {data ? (
        <Section
          title={t('programs.title')}
          actions={
            <Button
              variant="default"
              renderRoot={(props) => <Link to="/programs" search={{ fund: fund.id }} {...props} />}
            >
              {t('programs.all')}
            </Button>
          }
        >
          <Programs programs={data.testPurchasePrograms.nodes} />
        </Section>
      ) : null}
    </div>
  );
}

type Order = FundOverviewQuery['fundOrders']['nodes'][number];
type Program = FundOverviewQuery['testPurchasePrograms']['nodes'][number];

function Waiting({ orders, fund }: { orders: readonly Order[]; fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const { moment } = useFormats();
  const title = useOrderTitle();
  return (
    <Section
      title={t('waiting')}
      count={orders.length}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => (
            <Link to="/funds/$id" params={{ id: fund.id }} search={{ part: 'ORDERS' }} {...props} />
          )}
        >
          {t('orders.all')}
        </Button>
      }
    >
      {orders.length > 0 ? (
        <ul className={classes.list} aria-label={t('waiting')}>
          {orders.map((order) => (
            <li key={order.id} className={classes.item}>
              <Link to="/fund-orders/$id" params={{ id: order.id }} search={{}} className={classes.link}>
                {title(order)}
              </Link>
              <span>{t('orders.agreed', { count: order.approvals.length, needed: order.approvalsNeeded })}</span>
              <span className={classes.dimmed}>
                {order.proposedBy.name} · <time dateTime={order.proposedAt}>{moment(order.proposedAt)}</time>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.dimmed}>{t('nothingWaits')}</p>
      )}
    </Section>
  );
}

function Programs({ programs }: { programs: readonly Program[] }) {
  const { t } = useTranslation('funds');
  const { date } = useFormats();
  if (programs.length === 0) return <p className={classes.dimmed}>{t('programs.none')}</p>;
  return (
    <ul className={classes.list} aria-label={t('programs.title')}>
      {programs.map(({ id, name, state, startsOn, endsOn }) => (
        <li key={id} className={classes.item}>
          <Link to="/programs/$id" params={{ id }} search={{}} className={classes.link}>
            {name}
          </Link>
          <span className={classes.dimmed}>{t('programs.days', { from: date(startsOn), to: date(endsOn) })}</span>
          <ProgramStateBadge state={state} />
        </li>
      ))}
    </ul>
  );
}
