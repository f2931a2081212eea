import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IpRightRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { IpRightStateBadge, useLocalTitle } from './ip-right-words';
import classes from './ip-rights.module.css';
import { LastDay } from './last-day';

graphql(`
  fragment IpRightRow on IpRight {
    id
    kind
    title
    titleZh
    holder {
      id
      name
      nameZh
    }
    brands {
      id
      name
      nameZh
    }
    office
    applicationNumber
    registrationNumber
    niceClasses
    expiresOn
    daysLeft
    state
    renewal {
      expiresOn
    }
    version
  }
`);

interface IpRightTableProps {
  label: string;
  rights: readonly IpRightRowFragment[] | undefined;
  empty: ReactNode;
}

export function IpRightTable({ label, rights, empty }: IpRightTableProps) {
  const columns = useIpRightColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rights}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/rights/$rightId', params: { rightId: id }, search: {} })}
      empty={empty}
    />
  );
}

function useIpRightColumns(): Column<IpRightRowFragment>[] {
  const { t } = useTranslation('ipRights');
  const localName = useLocalName();
  const localTitle = useLocalTitle();
  const { list } = useFormats();
  return [
    {
      key: 'title',
      header: t('fields.title'),
      primary: true,
      render: (right) => (
        <>
          {localTitle(right)} <OtherTitle right={right} shown={localTitle(right)} />
        </>
      ),
    },
    { key: 'kind', header: t('fields.kind'), width: 124, render: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'number', header: t('fields.number'), width: 160, render: (right) => <OfficeNumber right={right} /> },
    {
      key: 'holder',
      header: t('fields.holder'),
      width: '16%',
      from: 'md',
      render: ({ holder }) => <span className={classes.dimmed}>{localName(holder)}</span>,
    },
    {
      key: 'brands',
      header: t('fields.brands'),
      width: 116,
      from: 'lg',
      render: ({ brands }) => <span className={classes.dimmed}>{list(brands.map(localName))}</span>,
    },
    {
      key: 'classes',
      header: t('fields.classes'),
      width: 76,
      from: 'md',
      render: ({ niceClasses }) => <span className={classes.dimmed}>{niceClasses.join(' ')}</span>,
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 120,
      render: ({ state, renewal }) => (
        <>
          <IpRightStateBadge state={state} />
          {renewal ? <span className={classes.below}>{t('list.renewalWaits')}</span> : null}
        </>
      ),
    },
    {
      key: 'lastDay',
      header: t('fields.expiresOn'),
      width: 140,
      align: 'end',
      render: (right) => <LastDay right={right} />,
    },
  ];
}

/** The title in the language that the reader does not read first. */
function OtherTitle({ right: { title, titleZh }, shown }: { right: IpRightRowFragment; shown: string }) {
  const other = shown === title ? titleZh : title;
  if (!other || other === shown) return null;
  return (
    <span className={classes.other} lang={other === titleZh ? 'zh-Hans' : undefined}>
      {other}
    </span>
  );
}

type Numbered = Pick<IpRightRowFragment, 'office' | 'applicationNumber' | 'registrationNumber'>;

/** The number of the registration, or as long as there is none that of the application. */
function OfficeNumber({ right: { office, applicationNumber, registrationNumber } }: { right: Numbered }) {
  const { t } = useTranslation('ipRights');
  const applied = applicationNumber ? t('page.application', { number: applicationNumber }) : null;
  return (
    <>
      <span className={classes.office}>{office}</span> {registrationNumber ?? applied}
    </>
  );
}
