import { Button } from '@mantine/core';
import { IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { StudioPackFragment, StudioReleaseFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { Section } from '@/ui/section';
import { Time } from '@/ui/time';
import classes from '../screening.module.css';
import { PackText } from './pack-text';
import { useStudio } from './use-studio';

const RulePackVersions = graphql(`
  query RulePackVersions($brandId: ID, $first: Int, $after: String, $last: Int, $before: String) {
    rulePacks(brandId: $brandId, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...StudioPack
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

interface PackVersionsProps {
  release: StudioReleaseFragment | null;
  mayRelease: boolean;
}

/** Every version of rules that there ever was: who wrote it, when, and why. None is ever changed. */
export function PackVersions({ release, mayRelease }: PackVersionsProps) {
  const { t } = useTranslation('screening');
  const { brandId, search, change } = useStudio();
  const [shown, setShown] = useState<string | null>(null);
  const [{ data, error, fetching }, reload] = useQuery({
    query: RulePackVersions,
    variables: { brandId, ...pageArguments(search, PAGE) },
  });
  const columns = usePackColumns(release, shown, setShown, mayRelease);
  const packs = data?.rulePacks;
  const text = packs?.nodes.find(({ id }) => id === shown);
  return (
    <Section title={t('rules.versions')}>
      <KeysetList
        page={packs}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={change}
        summary={(count, exact) => t(exact ? 'rules.count' : 'rules.countAtLeast', { count })}
      >
        {(rows) => (
          <DataTable
            label={t('rules.versions')}
            columns={columns}
            rows={rows}
            likely={2}
            rowKey={({ id }) => id}
            empty={<EmptyState icon={IconListDetails} title={t('rules.empty')} text={t('rules.emptyText')} />}
          />
        )}
      </KeysetList>
      {text ? <PackText pack={text} label={t('rules.asWritten', { number: text.number })} /> : null}
    </Section>
  );
}

function usePackColumns(
  release: StudioReleaseFragment | null,
  shown: string | null,
  show: (id: string | null) => void,
  mayRelease: boolean,
): Column<StudioPackFragment>[] {
  const { t } = useTranslation('screening');
  const { labelled } = useFormats();
  const { change } = useStudio();
  const holds = (id: string) => release?.rulePacks.some((pack) => pack.id === id) ?? false;
  const nameOf = ({ kind, number }: StudioPackFragment) => labelled(t(`kinds.${kind}`), t('version', { number }));
  return [
    { key: 'name', header: t('rules.version'), primary: true, render: nameOf },
    { key: 'holds', header: t('fields.state'), width: 112, render: ({ id }) => (holds(id) ? t('holds') : '–') },
    { key: 'note', header: t('rules.note'), from: 'md', render: ({ note }) => note ?? '–' },
    { key: 'by', header: t('fields.by'), width: 168, render: ({ createdBy }) => createdBy.name },
    { key: 'at', header: t('fields.at'), width: 128, align: 'end', render: ({ createdAt }) => <Time at={createdAt} /> },
    {
      key: 'acts',
      header: t('fields.actions'),
      width: 208,
      align: 'end',
      render: (pack) => (
        <span className={classes.acts} style={{ margin: 0, justifyContent: 'flex-end' }}>
          <Button
            variant="default"
            size="compact-xs"
            aria-pressed={shown === pack.id}
            aria-label={labelled(t('rules.read'), nameOf(pack))}
            onClick={() => show(shown === pack.id ? null : pack.id)}
          >
            {t('rules.read')}
          </Button>
          {mayRelease && !holds(pack.id) ? (
            <Button
              variant="default"
              size="compact-xs"
              aria-label={labelled(t('release.do'), nameOf(pack))}
              onClick={() => change({ pack: pack.id, do: 'RELEASE' })}
            >
              {t('release.do')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
}
