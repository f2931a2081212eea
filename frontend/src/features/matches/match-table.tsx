import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BlindMatchRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { MatchState } from './match-state';
import classes from './matches.module.css';

graphql(`
  fragment BlindMatchRow on BlindMatch {
    id
    organization {
      id
      name
      nameZh
    }
    identifierKind
    strength
    signalledAt
    state
    isContactWished
    version
    holdings {
      subjectId
      subjectName
      value
      lead {
        id
        reference
      }
    }
  }
`);

const route = getRouteApi('/_app/matches');

interface MatchTableProps {
  label: string;
  matches: readonly BlindMatchRowFragment[] | undefined;
  empty: ReactNode;
}

export function MatchTable({ label, matches, empty }: MatchTableProps) {
  const search = route.useSearch();
  const columns = useColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={matches}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/matches', search: { ...search, match: id } })}
      empty={empty}
    />
  );
}

function useColumns(): Column<BlindMatchRowFragment>[] {
  const { t } = useTranslation(['matches', 'subjects']);
  const localName = useLocalName();
  const { dateTime, labelled, list, moment } = useFormats();
  // Who acts for several has to see whose a match is.
  const acts = useViewer().organization.kind === 'AGENT_FIRM';
  const named = ({ identifierKind, holdings }: BlindMatchRowFragment) => {
    const kind = t(`subjects:identifierKinds.${identifierKind}`);
    const value = holdings[0]?.value;
    return value ? labelled(kind, value) : kind;
  };
  const columns: Column<BlindMatchRowFragment>[] = [
    { key: 'identifier', header: t('fields.identifier'), primary: true, render: named },
    {
      key: 'state',
      header: t('fields.state'),
      width: 232,
      render: (match) => (
        <span className={classes.marks}>
          <MatchState match={match} />
        </span>
      ),
    },
    {
      key: 'strength',
      header: t('fields.strength'),
      width: 96,
      from: 'md',
      render: ({ strength }) => <span className={classes.dimmed}>{t(`subjects:strengths.${strength}`)}</span>,
    },
    {
      key: 'leads',
      header: t('fields.leads'),
      width: 200,
      from: 'lg',
      render: ({ holdings }) => <span className={classes.reference}>{list(referencesOf(holdings))}</span>,
    },
    {
      key: 'signalled',
      header: t('fields.signalledAt'),
      width: 104,
      align: 'end',
      render: ({ signalledAt }) => (
        <time dateTime={signalledAt} title={dateTime(signalledAt)}>
          {moment(signalledAt)}
        </time>
      ),
    },
  ];
  if (acts)
    columns.splice(1, 0, {
      key: 'organization',
      header: t('fields.organization'),
      width: 192,
      render: ({ organization }) => <span className={classes.dimmed}>{localName(organization)}</span>,
    });
  return columns;
}

/** The own leads behind a match, each once. */
function referencesOf(holdings: BlindMatchRowFragment['holdings']): string[] {
  return [...new Set(holdings.flatMap(({ lead }) => (lead ? [lead.reference] : [])))];
}
