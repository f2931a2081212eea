import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrderFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import classes from '../funds.module.css';

graphql(`
  fragment OrderFacts on FundOrder {
    id
    kind
    bankReference
    rateSource
    proposedAt
    decidedAt
    amount {
      ...FundMoney
    }
    counterAmount {
      ...FundMoney
    }
    fund {
      id
      name
    }
    counterFund {
      id
      name
    }
    organization {
      id
      name
      nameZh
    }
    program {
      id
      name
    }
    allocation {
      id
      balance {
        ...OwnFigures
      }
    }
    proposedBy {
      id
      name
    }
  }
`);

/** What one has to know before one agrees: how much, whose, and what is there now. */
export function OrderFacts({ order }: { order: OrderFactsFragment }) {
  const { t } = useTranslation('funds');
  const { dateTime, money } = useFormats();
  const localName = useLocalName();
  const { fund, counterFund, organization, program, allocation, proposedBy, proposedAt, decidedAt } = order;
  return (
    <Facts>
      <Fact label={t('fields.amount')}>{order.amount ? money(order.amount) : null}</Fact>
      <Fact label={t('fields.counterAmount')}>{order.counterAmount ? money(order.counterAmount) : null}</Fact>
      <Fact label={t('fields.fund')}>
        <Link to="/funds/$id" params={{ id: fund.id }} search={{}} className={classes.link}>
          {fund.name}
        </Link>
      </Fact>
      <Fact label={t('fields.counterFund')}>
        {counterFund ? (
          <Link to="/funds/$id" params={{ id: counterFund.id }} search={{}} className={classes.link}>
            {counterFund.name}
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('fields.organization')}>{organization ? localName(organization) : null}</Fact>
      <Fact label={t('fields.program')}>
        {program ? (
          <Link to="/programs/$id" params={{ id: program.id }} search={{}} className={classes.link}>
            {program.name}
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('orders.availableNow')}>{allocation ? money(allocation.balance.available) : null}</Fact>
      <Fact label={t('fields.bankReference')}>
        {order.bankReference ? <span className={classes.code}>{order.bankReference}</span> : null}
      </Fact>
      <Fact label={t('fields.rateSource')}>{order.rateSource}</Fact>
      <Fact label={t('fields.proposedBy')}>
        {proposedBy.name} · <time dateTime={proposedAt}>{dateTime(proposedAt)}</time>
      </Fact>
      <Fact label={t('fields.decidedAt')}>{decidedAt ? dateTime(decidedAt) : null}</Fact>
    </Facts>
  );
}
