import { Button } from '@mantine/core';
import { IconDownload, IconFileImport } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import funds from '@/features/funds/funds.module.css';
import { graphql } from '@/gql';
import type { BankStatementRowFragment, ReconciledFundFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { notify } from '@/ui/notify';
import { fetchBankFile } from './bank-file';
import { ImportAction } from './import-action';

const Statements = graphql(`
  query BankStatements($fund: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    bankStatements(first: $first, after: $after, last: $last, before: $before, filter: { fundId: $fund }) {
      nodes {
        ...BankStatementRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment BankStatementRow on BankStatement {
    id
    reference
    name
    format
    from
    to
    lineCount
    openCount
    opening {
      ...FundMoney
    }
    closing {
      ...FundMoney
    }
    importedBy {
      id
      name
    }
  }
`);

const route = getRouteApi('/_app/funds/$id_/reconciliation');

/** The files of the bank, the latest first: what they lead from and to, and how much of each is still open. */
export function BankStatements({ fund }: { fund: ReconciledFundFragment }) {
  const { t } = useTranslation('bank');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const columns = useColumns(fund);
  const [{ data, error, fetching }, reload] = useQuery({
    query: Statements,
    variables: { fund: fund.id, ...pageArguments(search) },
  });
  return (
    <KeysetList
      page={data?.bankStatements}
      error={error}
      fetching={fetching}
      reload={reload}
      at={search}
      onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
      summary={(count, exact) => t(exact ? 'statements.count' : 'statements.countAtLeast', { count })}
    >
      {(rows) => (
        <DataTable
          label={t('views.STATEMENTS')}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon={IconFileImport}
              title={t('statements.empty')}
              text={t('statements.emptyText')}
              action={<ImportAction fund={fund} />}
            />
          }
        />
      )}
    </KeysetList>
  );
}

function useColumns(fund: ReconciledFundFragment): Column<BankStatementRowFragment>[] {
  const { t } = useTranslation('bank');
  const { date, labelled, money } = useFormats();
  const take = async (statement: BankStatementRowFragment) => {
    const address = `/bank-statements/${encodeURIComponent(statement.id)}/original`;
    const outcome = await fetchBankFile(address, statement.name);
    if (outcome !== 'DONE') void notify(t(`failures.${outcome}`));
  };
  return [
    {
      key: 'reference',
      header: t('fields.statement'),
      primary: true,
      render: ({ id, reference, name }) => (
        <>
          <Link
            to="/funds/$id/statements/$statement"
            params={{ id: fund.id, statement: id }}
            search={{}}
            className={funds.link}
          >
            {reference}
          </Link>{' '}
          <span className={funds.dimmed}>{name}</span>
        </>
      ),
    },
    {
      key: 'days',
      header: t('fields.days'),
      width: 216,
      render: ({ from, to }) => `${date(from)} – ${date(to)}`,
    },
    {
      key: 'opening',
      header: t('fields.opening'),
      width: 152,
      align: 'end',
      from: 'md',
      render: ({ opening }) => money(opening),
    },
    { key: 'closing', header: t('fields.closing'), width: 152, align: 'end', render: ({ closing }) => money(closing) },
    {
      key: 'open',
      header: t('lineStates.OPEN'),
      width: 120,
      render: ({ openCount, lineCount }) => t('statements.open', { open: openCount, count: lineCount }),
    },
    {
      key: 'by',
      header: t('fields.importedBy'),
      width: 144,
      from: 'lg',
      render: ({ importedBy }) => importedBy.name,
    },
    {
      key: 'file',
      header: t('fields.file'),
      width: 120,
      render: (statement) => (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={labelled(t('statements.original'), statement.reference)}
          onClick={() => void take(statement)}
        >
          {t('statements.original')}
        </Button>
      ),
    },
  ];
}
