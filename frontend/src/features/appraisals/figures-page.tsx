import { Group } from '@mantine/core';
import { IconMicroscope } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AppraiserRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { Toolbar } from '@/ui/toolbar';
import { AppraisalTrail } from './appraisal-page';
import classes from './appraisals.module.css';
import { percent } from './percent';

const DayInput = lazy(() => import('@/ui/day-input'));

const AppraiserFiguresQuery = graphql(`
  query AppraiserFigures($from: Date, $until: Date) {
    appraiserFigures(from: $from, until: $until) {
      ...AppraiserRow
    }
  }
  fragment AppraiserRow on AppraiserFigures {
    appraiser {
      id
      name
    }
    organization {
      id
      name
      nameZh
    }
    ordered
    reported
    declined
    overdue
    compared
    wrong
    errorRate
  }
`);

const route = getRouteApi('/_app/appraisals/figures');

/** How appraisers work: what they were asked, what they declined or were late with, and how often others found otherwise. */
export function AppraiserFiguresPage() {
  const { t } = useTranslation('appraisals');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error }, reload] = useQuery({ query: AppraiserFiguresQuery, variables: search });
  const columns = useFigureColumns();
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  return (
    <>
      <PageHeader title={t('figures.title')} eyebrow={<AppraisalTrail />} />
      <Toolbar>
        <Suspense>
          <Group gap="xs">
            <DayInput
              size="xs"
              w={150}
              clearable
              aria-label={t('figures.from')}
              placeholder={t('figures.from')}
              value={search.from}
              onChange={(from) => change({ from: from || undefined })}
            />
            <DayInput
              size="xs"
              w={150}
              clearable
              aria-label={t('figures.until')}
              placeholder={t('figures.until')}
              min={search.from}
              value={search.until}
              onChange={(until) => change({ until: until || undefined })}
            />
          </Group>
        </Suspense>
      </Toolbar>
      {error && !data ? (
        <QueryFailure error={error} retry={reload} />
      ) : (
        <>
          <DataTable
            label={t('figures.title')}
            columns={columns}
            rows={data?.appraiserFigures}
            rowKey={({ appraiser }) => appraiser.id}
            empty={<EmptyState icon={IconMicroscope} title={t('figures.empty')} text={t('figures.emptyText')} />}
          />
          <p className={`${classes.figuresTable} ${classes.dimmed}`}>{t('figures.definition')}</p>
        </>
      )}
    </>
  );
}

function useFigureColumns(): Column<AppraiserRowFragment>[] {
  const { t, i18n } = useTranslation('appraisals');
  const { number } = useFormats();
  const localName = useLocalName();
  const count = (key: 'ordered' | 'reported' | 'declined' | 'overdue'): Column<AppraiserRowFragment> => ({
    key,
    header: t(`figures.${key}`),
    width: 104,
    align: 'end',
    render: (row) => number(row[key]),
  });
  return [
    { key: 'appraiser', header: t('fields.appraiser'), primary: true, render: ({ appraiser }) => appraiser.name },
    {
      key: 'organization',
      header: t('fields.appraiserOrganization'),
      width: 240,
      from: 'md',
      render: ({ organization }) => <span className={classes.dimmed}>{localName(organization)}</span>,
    },
    count('ordered'),
    count('reported'),
    count('declined'),
    count('overdue'),
    {
      key: 'errorRate',
      header: t('figures.errorRate'),
      width: 184,
      align: 'end',
      render: ({ errorRate, wrong, compared }) =>
        errorRate === null || errorRate === undefined
          ? t('figures.nothingCompared')
          : t('figures.rate', { rate: percent(errorRate, i18n.language), wrong, compared }),
    },
  ];
}
