import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SubjectRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { KindIcon } from './subject-name';
import classes from './subjects.module.css';

graphql(`
  fragment SubjectRow on Subject {
    ...SubjectHead
    createdAt
    lead {
      id
      reference
      title
    }
    identifiers {
      id
      kind
      value
    }
  }
`);

interface SubjectTableProps {
  label: string;
  subjects: readonly SubjectRowFragment[] | undefined;
  empty: ReactNode;
}

export function SubjectTable({ label, subjects, empty }: SubjectTableProps) {
  const columns = useColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={subjects}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/subjects/$subject', params: { subject: id }, search: {} })}
      empty={empty}
    />
  );
}

function useColumns(): Column<SubjectRowFragment>[] {
  const { t } = useTranslation('subjects');
  const { moment } = useFormats();
  return [
    {
      key: 'name',
      header: t('fields.name'),
      primary: true,
      render: ({ name, kind }) => (
        <span className={classes.cellName}>
          <KindIcon kind={kind} />
          {name}
        </span>
      ),
    },
    { key: 'kind', header: t('fields.kind'), width: 128, render: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'role',
      header: t('fields.role'),
      width: 152,
      render: ({ role }) => (role ? <span className={classes.dimmed}>{t(`roles.${role}`)}</span> : null),
    },
    {
      key: 'identifiers',
      header: t('fields.identifiers'),
      width: 256,
      from: 'md',
      render: ({ identifiers }) => <span className={classes.dimmed}>{knownBy(identifiers)}</span>,
    },
    {
      key: 'lead',
      header: t('fields.lead'),
      width: 128,
      render: ({ lead }) => (lead ? <span className={classes.reference}>{lead.reference}</span> : null),
    },
    {
      key: 'named',
      header: t('fields.named'),
      width: 88,
      align: 'end',
      from: 'lg',
      render: ({ createdAt }) => <time dateTime={createdAt}>{moment(createdAt)}</time>,
    },
  ];
}

/** The first one, and how many more there are. */
function knownBy(identifiers: SubjectRowFragment['identifiers']) {
  const [first, ...rest] = identifiers;
  if (!first) return null;
  return rest.length > 0 ? `${first.value} +${rest.length}` : first.value;
}
