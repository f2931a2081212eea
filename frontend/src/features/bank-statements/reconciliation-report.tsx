import { Button, Skeleton } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import funds from '@/features/funds/funds.module.css';
import { isZero } from '@/features/funds/minor';
import { graphql } from '@/gql';
import type { BankReportQuery, ReconciledFundFragment } from '@/gql/graphql';
import { today } from '@/lib/day';
import { useFormats } from '@/lib/format';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import classes from './bank.module.css';
import { fetchBankFile } from './bank-file';

const Report = graphql(`
  query BankReport($fund: ID!, $from: Date!, $to: Date!) {
    bankReconciliation(fundId: $fund, from: $from, to: $to) {
      coveredTo
      openLineCount
      outstandingCount
      fund {
        id
      }
      statementOpening {
        ...FundMoney
      }
      statementIn {
        ...FundMoney
      }
      statementOut {
        ...FundMoney
      }
      statementClosing {
        ...FundMoney
      }
      ledgerOpening {
        ...FundMoney
      }
      ledgerIn {
        ...FundMoney
      }
      ledgerOut {
        ...FundMoney
      }
      ledgerClosing {
        ...FundMoney
      }
      difference {
        ...FundMoney
      }
      openingDifference {
        ...FundMoney
      }
      openLinesTotal {
        ...FundMoney
      }
      outstandingTotal {
        ...FundMoney
      }
      openLines {
        ...BankLineRow
      }
      outstanding {
        ...OutstandingEntry
      }
      orderDifferences {
        kind
        purchaseReference
        orderNumber
        holdId
        held {
          ...FundMoney
        }
        captured {
          ...FundMoney
        }
      }
    }
  }
`);

type ReportOf = NonNullable<BankReportQuery['bankReconciliation']>;

const route = getRouteApi('/_app/funds/$id_/reconciliation');

/** The bank account by statement and by ledger, and each unit of what is between them. */
export default function ReconciliationReport({ fund }: { fund: ReconciledFundFragment }) {
  const { t } = useTranslation(['bank', 'funds']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const from = search.from ?? `${today().slice(0, 4)}-01-01`;
  const to = search.to ?? today();
  const [{ data, error }, reload] = useQuery({
    query: Report,
    variables: { fund: fund.id, from, to },
    pause: to < from,
  });
  const report = data?.bankReconciliation;
  const change = (next: { from?: string; to?: string }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <div className={funds.parts}>
      <div className={funds.acts}>
        <DayInput
          aria-label={t('funds:fields.from')}
          leftSection={t('funds:fields.from')}
          leftSectionWidth={48}
          w={184}
          value={from}
          max={to}
          onChange={(day) => change({ from: day || undefined })}
        />
        <DayInput
          aria-label={t('funds:fields.to')}
          leftSection={t('funds:fields.to')}
          leftSectionWidth={48}
          w={184}
          value={to}
          min={from}
          onChange={(day) => change({ to: day || undefined })}
        />
        <Downloads fund={fund} from={from} to={to} />
      </div>
      {error && !report ? <QueryFailure error={error} retry={reload} /> : null}
      {!report && !error ? <Skeleton h={240} aria-busy /> : null}
      {report ? (
        <>
          <Balances report={report} />
          <Differences report={report} />
          <OpenLines report={report} fund={fund} />
          <OutstandingEntries report={report} />
          <Orders report={report} />
        </>
      ) : null}
    </div>
  );
}

function Downloads({ fund, from, to }: { fund: ReconciledFundFragment; from: string; to: string }) {
  const { t, i18n } = useTranslation('bank');
  const take = async (ending: 'csv' | 'xlsx') => {
    const wishes = new URLSearchParams({ from, to, language: i18n.language });
    const address = `/funds/${encodeURIComponent(fund.id)}/reconciliation.${ending}?${wishes}`;
    const outcome = await fetchBankFile(address, `${fund.reference}-${from}-${to}-reconciliation.${ending}`);
    if (outcome !== 'DONE') void notify(t(`failures.${outcome}`));
  };
  return (
    <>
      {(['xlsx', 'csv'] as const).map((ending) => (
        <Button
          key={ending}
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden />}
          onClick={() => void take(ending)}
        >
          {t(`report.${ending}`)}
        </Button>
      ))}
    </>
  );
}

const ROWS = ['Opening', 'In', 'Out', 'Closing'] as const;

function Balances({ report }: { report: ReportOf }) {
  const { t } = useTranslation('bank');
  const { date, money } = useFormats();
  return (
    <Section title={t('report.balances')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys */}
      <section className={funds.scroll} aria-label={t('report.balancesTable')} tabIndex={0}>
        <table className={funds.table}>
          <thead>
            <tr>
              <td />
              <th scope="col" data-align="end">
                {t('report.byStatement')}
              </th>
              <th scope="col" data-align="end">
                {t('report.byLedger')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{t(`report.rows.${row}`)}</th>
                <td data-align="end">{money(report[`statement${row}`])}</td>
                <td data-align="end">{money(report[`ledger${row}`])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={funds.text}>
        {report.coveredTo ? t('report.covered', { day: date(report.coveredTo) }) : t('report.notCovered')}
      </p>
    </Section>
  );
}

function Differences({ report }: { report: ReportOf }) {
  const { t } = useTranslation('bank');
  const { money } = useFormats();
  const { difference, openingDifference, openLinesTotal, outstandingTotal } = report;
  const none = isZero(difference);
  return (
    <Section title={t('report.difference')}>
      <dl className={funds.sums}>
        <div>
          <dt>{t('report.openingDifference')}</dt>
          <dd>{money(openingDifference)}</dd>
        </div>
        <div>
          <dt>+ {t('report.openLines', { count: report.openLineCount })}</dt>
          <dd>{money(openLinesTotal)}</dd>
        </div>
        <div>
          <dt>− {t('report.outstanding', { count: report.outstandingCount })}</dt>
          <dd>{money(outstandingTotal)}</dd>
        </div>
        <div>
          <dt>= {t('report.difference')}</dt>
          <dd className={none ? undefined : classes.warns}>{money(difference)}</dd>
        </div>
      </dl>
      <StateBadge tone={none ? 'good' : 'attention'} label={t(none ? 'report.same' : 'report.explained')} />
    </Section>
  );
}

function OpenLines({ report, fund }: { report: ReportOf; fund: ReconciledFundFragment }) {
  const { t } = useTranslation('bank');
  const { date, money } = useFormats();
  return (
    <Section title={t('report.linesTitle')} count={report.openLineCount}>
      {report.openLines.length === 0 ? <p className={funds.dimmed}>{t('report.none')}</p> : null}
      {report.openLines.length > 0 ? (
        <ul className={funds.list} aria-label={t('report.linesTitle')}>
          {report.openLines.map((line) => (
            <li key={line.id} className={funds.item}>
              <span className={funds.amount}>{money(line.amount)}</span>
              <span>{date(line.bookedOn)}</span>
              <Link
                to="/funds/$id/reconciliation"
                params={{ id: fund.id }}
                search={{ statement: line.statement.id }}
                className={funds.link}
              >
                {line.reference ?? line.statement.reference}
              </Link>
              <span className={funds.dimmed}>{line.counterparty}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function OutstandingEntries({ report }: { report: ReportOf }) {
  const { t } = useTranslation(['bank', 'funds']);
  const { date, money } = useFormats();
  return (
    <Section title={t('outstanding.title')} count={report.outstandingCount}>
      {report.outstanding.length === 0 ? <p className={funds.dimmed}>{t('outstanding.none')}</p> : null}
      {report.outstanding.length > 0 ? (
        <ul className={funds.list} aria-label={t('outstanding.title')}>
          {report.outstanding.map(({ entry, amount, ageDays }) => (
            <li key={entry.id} className={funds.item}>
              <span className={funds.amount}>{money(amount)}</span>
              <span>{t(`funds:entryKinds.${entry.kind}`)}</span>
              <span>{date(entry.at.slice(0, 10))}</span>
              <span className={funds.code}>{entry.bankReference}</span>
              <span className={funds.dimmed}>{t('age', { count: ageDays })}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

/** Where orders and ledger differ: the third side of the reconciliation. */
function Orders({ report }: { report: ReportOf }) {
  const { t } = useTranslation('bank');
  const { money } = useFormats();
  return (
    <Section title={t('report.orders')} count={report.orderDifferences.length}>
      {report.orderDifferences.length === 0 ? <p className={funds.dimmed}>{t('report.ordersSame')}</p> : null}
      {report.orderDifferences.length > 0 ? (
        <ul className={funds.list} aria-label={t('report.orders')}>
          {report.orderDifferences.map((each) => (
            <li key={`${each.kind} ${each.holdId}`} className={funds.item}>
              <span className={funds.strong}>{t(`orderDifferences.${each.kind}`)}</span>
              <span className={funds.code}>{each.purchaseReference ?? each.orderNumber}</span>
              <span className={funds.dimmed}>
                {t('report.heldCaptured', { held: money(each.held), captured: money(each.captured) })}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
