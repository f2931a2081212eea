import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchasePeopleFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './purchases.module.css';

graphql(`
  fragment PurchasePeople on Purchase {
    id
    state
    requestedAt
    approvalsNeeded
    assignedAt
    requestedBy {
      id
      name
    }
    approvals {
      person {
        id
        name
      }
      quantity
      at
    }
    buyer {
      id
      name
    }
    assignedBy {
      id
      name
    }
    buyerWarnings {
      kind
      purchases
      lastUsedAt
    }
  }
`);

/** Who asked, who agreed, who buys: always different people. */
export function PurchasePeople({ purchase }: { purchase: PurchasePeopleFragment }) {
  const { t } = useTranslation('purchases');
  const { dateTime } = useFormats();
  const { requestedBy, requestedAt, approvals, approvalsNeeded, buyer, assignedAt, assignedBy, state } = purchase;
  const lacking = state === 'REQUESTED' ? approvalsNeeded - approvals.length : 0;
  return (
    <Section title={t('people.title')}>
      <ul className={classes.list} aria-label={t('people.title')}>
        <Hand role={t('people.requester')} name={requestedBy.name} at={requestedAt} />
        {approvals.map(({ person, quantity, at }) => (
          <Hand
            key={person.id}
            role={t('people.approver')}
            name={person.name}
            at={at}
            note={t('pieces', { count: quantity })}
          />
        ))}
        {lacking > 0 ? <li className={classes.item}>{t('people.lacking', { count: lacking })}</li> : null}
        {buyer && assignedAt ? (
          <Hand
            role={t('people.buyer')}
            name={buyer.name}
            at={assignedAt}
            note={assignedBy ? t('people.assignedBy', { name: assignedBy.name }) : undefined}
          />
        ) : null}
      </ul>
      <p className={classes.note}>{t('people.fourEyes')}</p>
      {purchase.buyerWarnings.map(({ kind, purchases, lastUsedAt }) => (
        <p key={kind} className={`${classes.notice} ${classes.warns}`}>
          {t(`warnings.${kind}`, { count: purchases, at: dateTime(lastUsedAt) })}
        </p>
      ))}
    </Section>
  );
}

interface HandProps {
  role: string;
  name: string;
  at: string;
  note?: string;
}

function Hand({ role, name, at, note }: HandProps) {
  const { dateTime } = useFormats();
  return (
    <li className={classes.item}>
      <span className={classes.dimmed}>{role}</span>
      <span className={classes.strong}>{name}</span>
      {note ? <span>{note}</span> : null}
      <time dateTime={at} className={`${classes.end} ${classes.time}`}>
        {dateTime(at)}
      </time>
    </li>
  );
}
