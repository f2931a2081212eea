import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AgencyRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import classes from './agencies.module.css';
import { useLanguages } from './languages';
import { OnDuty } from './officer-state';

graphql(`
  fragment AgencyRow on Agency {
    id
    kind
    organization {
      id
      name
      nameZh
    }
    jurisdictions {
      country
      divisionCode
    }
    languages
    onDuty
  }
`);

interface AgencyTableProps {
  label: string;
  agencies: readonly AgencyRowFragment[] | undefined;
  empty: ReactNode;
}

export function AgencyTable({ label, agencies, empty }: AgencyTableProps) {
  const columns = useAgencyColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={agencies}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/agencies/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

/** A country, or a division of it. */
export function useJurisdictionName() {
  const { country: nameOf } = useFormats();
  return ({ country, divisionCode }: { country: string; divisionCode?: string | null }) =>
    divisionCode ? `${nameOf(country)} ${divisionCode}` : nameOf(country);
}

function useAgencyColumns(): Column<AgencyRowFragment>[] {
  const { t } = useTranslation('agencies');
  const localName = useLocalName();
  const areaName = useJurisdictionName();
  const { list } = useFormats();
  const { nameOf } = useLanguages();
  return [
    { key: 'name', header: t('fields.name'), primary: true, render: ({ organization }) => localName(organization) },
    { key: 'kind', header: t('fields.kind'), width: 152, render: ({ kind }) => t(`kinds.${kind}`) },
    {
      key: 'areas',
      header: t('fields.jurisdictions'),
      width: 232,
      render: ({ jurisdictions }) => <span className={classes.dimmed}>{list(jurisdictions.map(areaName))}</span>,
    },
    {
      key: 'languages',
      header: t('fields.languages'),
      width: 168,
      from: 'md',
      render: ({ languages }) => <span className={classes.dimmed}>{list(languages.map(nameOf))}</span>,
    },
    { key: 'duty', header: t('fields.now'), width: 128, render: ({ onDuty }) => <OnDuty now={onDuty} /> },
  ];
}
