import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { FundBooksQuery, FundPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { FundSuspense } from './fund-suspense';
import { useAccountName } from './fund-words';
import classes from './funds.module.css';

const Books = graphql(`
  query FundBooks($id: ID!) {
    fund(id: $id) {
      id
      currentPeriod
      openSuspense {
        ...SuspenseLine
      }
      accounts {
        debits {
          ...FundMoney
        }
        credits {
          ...FundMoney
        }
        balance {
          ...FundMoney
        }
        ...AccountName
      }
      periods {
        number
        closedAt
        entries
        hash
        closedBy {
          id
          name
        }
        approvedBy {
          id
          name
        }
        lines {
          debits {
            ...FundMoney
          }
          credits {
            ...FundMoney
          }
          account {
            ...AccountName
          }
        }
      }
    }
  }
`);

type BooksOf = NonNullable<FundBooksQuery['fund']>;

/** What an accountant asks for: what nobody could place, the accounts as they stand, and the periods that are closed. */
export function FundBooks({ fund }: { fund: FundPageFragment }) {
  const { t } = useTranslation('funds');
  const [{ data, error }, reload] = useQuery({ query: Books, variables: { id: fund.id } });
  const books = data?.fund;
  if (error && !books) return <QueryFailure error={error} retry={reload} />;
  if (!books) return <div className={classes.parts} aria-busy />;
  return (
    <div className={classes.parts}>
      <FundSuspense fund={fund.id} items={books.openSuspense} records={fund.allowedActions.includes('RECORD')} />
      <Section title={t('books.accounts')} count={books.accounts.length}>
        <AccountSums label={t('books.sums')} rows={books.accounts.map((account) => ({ ...account, account }))} />
      </Section>
      <Section title={t('books.periods')} count={books.periods.length}>
        <p className={classes.text}>{t('books.open', { number: books.currentPeriod })}</p>
        {books.periods.map((period) => (
          <ClosedPeriod key={period.number} period={period} />
        ))}
      </Section>
    </div>
  );
}

function ClosedPeriod({ period }: { period: BooksOf['periods'][number] }) {
  const { t } = useTranslation('funds');
  const { dateTime, labelled } = useFormats();
  const { number, closedAt, closedBy, approvedBy, entries, hash, lines } = period;
  const title = t('books.period', { number });
  return (
    <details className={classes.entry}>
      <summary>
        <span className={classes.strong}>{title}</span> · <time dateTime={closedAt}>{dateTime(closedAt)}</time> ·{' '}
        {t('entries.count', { count: entries })}
      </summary>
      <div className={classes.line}>
        <span>{labelled(t('books.closedBy'), closedBy.name)}</span>
        <span>{labelled(t('books.approvedBy'), approvedBy.name)}</span>
      </div>
      <div>
        {labelled(t('books.seal'), '')}
        <span className={classes.code}>{hash}</span>
      </div>
      <AccountSums label={labelled(t('books.trialBalance'), title)} rows={lines} />
    </details>
  );
}

interface Sum {
  account: BooksOf['accounts'][number] | BooksOf['periods'][number]['lines'][number]['account'];
  debits?: { amount: string; currency: string } | null;
  credits?: { amount: string; currency: string } | null;
  balance?: { amount: string; currency: string } | null;
}

/** Accounts with what they were debited and credited, ever; where it is known, what lies on them. */
function AccountSums({ label, rows }: { label: string; rows: readonly Sum[] }) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const accountName = useAccountName();
  const told = (value: Sum['debits']) => (value ? money(value) : '–');
  const balances = rows.some(({ balance }) => balance);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.scroll} aria-label={label} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.account')}</th>
            <th scope="col" data-align="end">
              {t('fields.debits')}
            </th>
            <th scope="col" data-align="end">
              {t('fields.credits')}
            </th>
            {balances ? (
              <th scope="col" data-align="end">
                {t('fields.balance')}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ account, debits, credits, balance }) => (
            <tr key={account.id}>
              <th scope="row">{accountName(account)}</th>
              <td data-align="end">{told(debits)}</td>
              <td data-align="end">{told(credits)}</td>
              {balances ? <td data-align="end">{told(balance)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
