import { IconFileImport } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ImportRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { ChooseFile } from './choose-file';
import classes from './imports.module.css';
import { Prepare } from './prepare';
import { ImportStateBadge } from './words';

const Imports = graphql(`
  query Imports($first: Int, $after: String, $last: Int, $before: String) {
    imports(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...ImportRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment ImportRow on Import {
    id
    name
    format
    state
    total
    done
    created
    createdAt
  }
`);

const route = getRouteApi('/_app/imports/');

/** A file is sent, looked at by a dry run, and started; below stand the imports of before. */
export function ImportsPage() {
  const { t } = useTranslation('imports');
  const { file } = route.useSearch();
  const navigate = route.useNavigate();
  if (!may(useViewer(), 'LEAD_CREATE')) return <RouteMissing />;
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link to="/leads">{t('leads')}</Link>
            <span aria-hidden> /</span>
          </>
        }
        title={t('title')}
      />
      <div className={classes.page}>
        {file ? (
          <Prepare
            key={file}
            file={file}
            onOther={() => void navigate({ search: {} })}
            onStarted={(id) => void navigate({ to: '/imports/$id', params: { id }, search: {} })}
          />
        ) : (
          <>
            <ChooseFile onSent={(id) => void navigate({ search: { file: id } })} />
            <OwnImports />
          </>
        )}
      </div>
    </>
  );
}

function OwnImports() {
  const { t } = useTranslation('imports');
  const { moment, number } = useFormats();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({ query: Imports, variables: pageArguments(search) });
  const columns: Column<ImportRowFragment>[] = [
    { key: 'name', header: t('columns.file'), primary: true, render: ({ name }) => name || t('unnamed') },
    {
      key: 'format',
      header: t('choices.format'),
      width: 120,
      from: 'md',
      render: ({ format }) => t(`formatShort.${format}`),
    },
    { key: 'state', header: t('columns.state'), width: 150, render: ({ state }) => <ImportStateBadge state={state} /> },
    {
      key: 'created',
      header: t('counts.created'),
      width: 120,
      align: 'end',
      render: ({ created, total }) => `${number(created)} / ${number(total)}`,
    },
    {
      key: 'at',
      header: t('columns.started'),
      width: 160,
      render: ({ createdAt }) => <time dateTime={createdAt}>{moment(createdAt)}</time>,
    },
  ];
  return (
    <Section title={t('before')}>
      <KeysetList
        page={data?.imports}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(rows) => (
          <DataTable
            label={t('before')}
            columns={columns}
            rows={rows}
            likely={3}
            rowKey={({ id }) => id}
            link={({ id }) => ({ to: '/imports/$id', params: { id }, search: {} })}
            empty={<EmptyState icon={IconFileImport} title={t('none')} text={t('noneText')} />}
          />
        )}
      </KeysetList>
    </Section>
  );
}
