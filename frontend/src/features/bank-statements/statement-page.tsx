import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import funds from '@/features/funds/funds.module.css';
import { graphql } from '@/gql';
import type { StatementPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useReconnected } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Fact, Facts } from '@/ui/facts';
import { notify } from '@/ui/notify';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { fetchBankFile } from './bank-file';
import { StatementLines } from './statement-lines';

const Statement = graphql(`
  query BankStatementPage($id: ID!) {
    bankStatement(id: $id) {
      ...StatementPage
    }
  }
  fragment StatementPage on BankStatement {
    ...BankStatementRow
    sha256
    bankId
    account
    importedAt
    fund {
      id
      name
      allowedActions
    }
  }
`);

const route = getRouteApi('/_app/funds/$id_/statements/$statement');

/** One statement of the bank: what was there before and after, and what each of its lines is in the ledger. */
export function StatementPage() {
  const { t } = useTranslation(['bank', 'common']);
  const { statement: id } = route.useParams();
  const reads = may(useViewer(), 'BANK_STATEMENT_READ');
  const [{ data, error }, reload] = useQuery({ query: Statement, variables: { id }, pause: !reads });
  useReconnected(() => reload({ requestPolicy: 'network-only' }));
  const statement = data?.bankStatement;
  if (!reads) return <RouteMissing />;
  if (!statement) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.bankStatement === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return (
      <>
        <PageHeader eyebrow={<Trail />} title={t('common:loading')} />
        <TwoColumnsSkeleton />
      </>
    );
  }
  const { openCount, lineCount } = statement;
  return (
    <>
      <PageHeader
        eyebrow={<Trail statement={statement} />}
        title={statement.reference}
        meta={
          <StateBadge
            tone={openCount === 0 ? 'good' : 'attention'}
            label={openCount === 0 ? t('statement.whole') : t('statement.open', { open: openCount, count: lineCount })}
          />
        }
        actions={<Actions statement={statement} />}
      />
      <TwoColumns side={<StatementFacts statement={statement} />}>
        <Balances statement={statement} />
        <Section title={t('lines.title')} count={lineCount}>
          <StatementLines statement={statement.id} />
        </Section>
      </TwoColumns>
    </>
  );
}

function Actions({ statement }: { statement: StatementPageFragment }) {
  const { t } = useTranslation('bank');
  const { id, name, fund, openCount } = statement;
  const take = async () => {
    const outcome = await fetchBankFile(`/bank-statements/${encodeURIComponent(id)}/original`, name);
    if (outcome !== 'DONE') void notify(t(`failures.${outcome}`));
  };
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={() => void take()}>
        {t('statements.original')}
      </Button>
      {openCount > 0 && fund.allowedActions.includes('RECORD') ? (
        <Button
          renderRoot={(props) => (
            <Link to="/funds/$id/reconciliation" params={{ id: fund.id }} search={{ statement: id }} {...props} />
          )}
        >
          {t('statement.match')}
        </Button>
      ) : null}
    </>
  );
}

function Balances({ statement }: { statement: StatementPageFragment }) {
  const { t } = useTranslation('bank');
  const { money } = useFormats();
  return (
    <dl className={funds.figures}>
      <div className={funds.figure}>
        <dt>{t('fields.opening')}</dt>
        <dd>{money(statement.opening)}</dd>
      </div>
      <div className={funds.figure}>
        <dt>{t('fields.closing')}</dt>
        <dd>{money(statement.closing)}</dd>
      </div>
    </dl>
  );
}

function StatementFacts({ statement }: { statement: StatementPageFragment }) {
  const { t } = useTranslation('bank');
  const { date, dateTime } = useFormats();
  const { from, to, account, bankId, format, name, sha256, importedBy, importedAt } = statement;
  return (
    <Facts>
      <Fact label={t('fields.days')}>
        {date(from)} – {date(to)}
      </Fact>
      <Fact label={t('fields.account')}>{account}</Fact>
      <Fact label={t('fields.bankId')}>{bankId}</Fact>
      <Fact label={t('fields.format')}>{t(`formats.${format}`)}</Fact>
      <Fact label={t('fields.file')}>{name}</Fact>
      <Fact label="SHA-256">
        <span className={funds.code}>{sha256}</span>
      </Fact>
      <Fact label={t('fields.importedBy')}>{importedBy.name}</Fact>
      <Fact label={t('fields.importedAt')}>
        <time dateTime={importedAt}>{dateTime(importedAt)}</time>
      </Fact>
    </Facts>
  );
}

function Trail({ statement }: { statement?: StatementPageFragment }) {
  const { t } = useTranslation(['bank', 'funds']);
  return (
    <>
      <Link to="/funds" search={{}}>
        {t('funds:title')}
      </Link>
      {statement ? (
        <>
          <span aria-hidden> / </span>
          <Link to="/funds/$id" params={{ id: statement.fund.id }} search={{}}>
            {statement.fund.name}
          </Link>
          <span aria-hidden> / </span>
          <Link to="/funds/$id/reconciliation" params={{ id: statement.fund.id }} search={{ side: 'STATEMENTS' }}>
            {t('views.STATEMENTS')}
          </Link>
        </>
      ) : null}
    </>
  );
}
