import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { StudioReleaseFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { Section } from '@/ui/section';
import { Time } from '@/ui/time';
import { ModeBadge, useShares } from '../screening-words';
import { useStudio } from './use-studio';

const ScreeningReleases = graphql(`
  query ScreeningReleases($brandId: ID, $first: Int, $after: String, $last: Int, $before: String) {
    screeningReleases(brandId: $brandId, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...StudioRelease
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const PAGE = 20;

interface ReleasesProps {
  release: StudioReleaseFragment | null;
  mayRelease: boolean;
}

/** What held when, by whom and why. Going back is one more release. */
export function Releases({ release, mayRelease }: ReleasesProps) {
  const { t } = useTranslation('screening');
  const { brandId, search, change } = useStudio();
  const [{ data, error, fetching }, reload] = useQuery({
    query: ScreeningReleases,
    variables: { brandId, ...pageArguments(search, PAGE) },
  });
  const columns = useReleaseColumns(release, mayRelease);
  return (
    <Section title={t('release.all')}>
      <KeysetList
        page={data?.screeningReleases}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={change}
        summary={(count, exact) => t(exact ? 'release.count' : 'release.countAtLeast', { count })}
      >
        {(rows) => (
          <DataTable
            label={t('release.all')}
            columns={columns}
            rows={rows}
            likely={1}
            rowKey={({ id }) => id}
            empty={<EmptyState icon={IconHistory} title={t('release.empty')} text={t('release.emptyText')} />}
          />
        )}
      </KeysetList>
    </Section>
  );
}

function useReleaseColumns(
  release: StudioReleaseFragment | null,
  mayRelease: boolean,
): Column<StudioReleaseFragment>[] {
  const { t } = useTranslation('screening');
  const { labelled, list } = useFormats();
  const { score } = useShares();
  const { change } = useStudio();
  const nameOf = ({ number, rolledBackTo }: StudioReleaseFragment) =>
    rolledBackTo ? t('release.backTo', { number, to: rolledBackTo }) : String(number);
  const holdsOf = ({ model, threshold, rulePacks }: StudioReleaseFragment) =>
    list([
      ...(model ? [model.name] : []),
      ...(typeof threshold === 'number' ? [labelled(t('fields.threshold'), score(threshold))] : []),
      ...rulePacks.map(({ kind, number }) => labelled(t(`kinds.${kind}`), t('version', { number }))),
    ]) || '–';
  return [
    { key: 'number', header: t('release.number'), width: 128, render: nameOf },
    { key: 'reason', header: t('release.reason'), primary: true, render: ({ reason }) => reason },
    { key: 'mode', header: t('release.mode'), width: 136, render: ({ mode }) => <ModeBadge mode={mode} /> },
    { key: 'holds', header: t('release.what'), from: 'lg', render: holdsOf },
    { key: 'by', header: t('release.by'), width: 152, from: 'md', render: ({ releasedBy }) => releasedBy.name },
    {
      key: 'at',
      header: t('fields.at'),
      width: 112,
      align: 'end',
      render: ({ releasedAt }) => <Time at={releasedAt} />,
    },
    {
      key: 'acts',
      header: t('fields.actions'),
      width: 152,
      align: 'end',
      render: (row) =>
        row.number === release?.number ? (
          t('holds')
        ) : mayRelease ? (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={labelled(t('rollBack.do'), nameOf(row))}
            onClick={() => change({ do: 'ROLL_BACK', to: String(row.number) })}
          >
            {t('rollBack.do')}
          </Button>
        ) : (
          '–'
        ),
    },
  ];
}
