import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AppraisalRowFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { AppraisalStateBadge, BlindBadge, ConclusionBadge, DueBadge } from './appraisal-words';
import classes from './appraisals.module.css';

graphql(`
  fragment AppraisalRow on Appraisal {
    id
    reference
    rank
    blind
    sample {
      id
      reference
      label
    }
    organization {
      id
      name
      nameZh
    }
    appraiser {
      id
      name
    }
    report {
      version
      conclusion
    }
    ...AppraisalDue
  }
`);

interface AppraisalTableProps {
  label: string;
  appraisals: readonly AppraisalRowFragment[] | undefined;
  /** Whether all of them are the reader's own: then the appraiser needs no column. */
  mine: boolean;
  empty: ReactNode;
}

export function AppraisalTable({ label, appraisals, mine, empty }: AppraisalTableProps) {
  const columns = useAppraisalColumns(mine);
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={appraisals}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/appraisals/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useAppraisalColumns(mine: boolean): Column<AppraisalRowFragment>[] {
  const { t } = useTranslation('appraisals');
  const localName = useLocalName();
  const others: Column<AppraisalRowFragment>[] = [
    {
      key: 'appraiser',
      header: t('fields.appraiser'),
      width: 168,
      render: ({ appraiser }) => <span className={classes.dimmed}>{appraiser.name}</span>,
    },
  ];
  return [
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 128,
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    {
      key: 'sample',
      header: t('fields.sample'),
      primary: true,
      render: ({ sample, organization }) => (
        <>
          {sample.label}
          {organization && !mine ? <span className={classes.whose}>{localName(organization)}</span> : null}
        </>
      ),
    },
    { key: 'rank', header: t('fields.rank'), width: 160, from: 'md', render: ({ rank }) => t(`ranks.${rank}`) },
    ...(mine ? [] : others),
    {
      key: 'state',
      header: t('fields.state'),
      width: 152,
      render: ({ state }) => <AppraisalStateBadge state={state} />,
    },
    {
      key: 'conclusion',
      header: t('fields.conclusion'),
      width: 136,
      from: 'md',
      render: ({ report }) => (report ? <ConclusionBadge conclusion={report.conclusion} /> : '–'),
    },
    { key: 'due', header: t('fields.due'), width: 200, render: (appraisal) => <DueBadge appraisal={appraisal} /> },
    {
      key: 'blind',
      header: t('blind.badge'),
      width: 88,
      from: 'lg',
      render: ({ blind }) => (blind ? <BlindBadge /> : '–'),
    },
  ];
}
