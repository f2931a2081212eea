import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BreakGlassRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import classes from './break-glass.module.css';
import { BreakGlassStateBadge, openUntilOf } from './break-glass-state';

graphql(`
  fragment BreakGlassRow on BreakGlassRequest {
    id
    reference
    person {
      ...BreakGlassPerson
    }
    askedBy {
      ...BreakGlassPerson
    }
    askedAt
    state
    expiresAt
    version
  }
  fragment BreakGlassPerson on Person {
    id
    name
    organization {
      id
      name
      nameZh
    }
  }
`);

const route = getRouteApi('/_app/break-glass');

interface BreakGlassTableProps {
  label: string;
  requests: readonly BreakGlassRowFragment[] | undefined;
  empty: ReactNode;
}

export function BreakGlassTable({ label, requests, empty }: BreakGlassTableProps) {
  const search = route.useSearch();
  const columns = useColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={requests}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/break-glass', search: { ...search, request: id } })}
      empty={empty}
    />
  );
}

function useColumns(): Column<BreakGlassRowFragment>[] {
  const { t } = useTranslation('breakGlass');
  const localName = useLocalName();
  const { dateTime, moment } = useFormats();
  const when = (at: string) => (
    <time dateTime={at} title={dateTime(at)}>
      {moment(at)}
    </time>
  );
  return [
    {
      key: 'reference',
      header: t('fields.reference'),
      primary: true,
      render: ({ reference }) => <span className={classes.reference}>{reference}</span>,
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 168,
      render: ({ state }) => <BreakGlassStateBadge state={state} />,
    },
    { key: 'person', header: t('fields.person'), width: 176, render: ({ person }) => person.name },
    {
      key: 'organization',
      header: t('fields.organization'),
      width: 192,
      from: 'md',
      render: ({ person }) => <span className={classes.dimmed}>{localName(person.organization)}</span>,
    },
    {
      key: 'askedBy',
      header: t('fields.askedBy'),
      width: 176,
      render: ({ askedBy }) => <span className={classes.dimmed}>{askedBy.name}</span>,
    },
    {
      key: 'until',
      header: t('fields.until'),
      width: 160,
      from: 'lg',
      render: (request) => {
        const until = openUntilOf(request);
        return until ? <time dateTime={until}>{dateTime(until)}</time> : null;
      },
    },
    { key: 'asked', header: t('fields.askedAt'), width: 104, align: 'end', render: ({ askedAt }) => when(askedAt) },
  ];
}
