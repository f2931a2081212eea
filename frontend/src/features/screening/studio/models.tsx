import { Button } from '@mantine/core';
import { IconChartLine } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { StudioModelFragment, StudioReleaseFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { pageArguments } from '@/lib/keyset';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { KeysetList } from '@/ui/keyset-list';
import { Section } from '@/ui/section';
import { Time } from '@/ui/time';
import { ModelCurve } from './model-curve';
import { TrainButton } from './train-button';
import { useStudio } from './use-studio';

const ScreeningModelVersions = graphql(`
  query ScreeningModelVersions($brandId: ID, $first: Int, $after: String, $last: Int, $before: String) {
    screeningModels(brandId: $brandId, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...StudioModel
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
  fragment StudioModel on ScreeningModel {
    id
    name
    number
    confirmed
    cleared
    createdAt
    trainedBy {
      id
      name
    }
    curve {
      ...CurvePlace
    }
  }
  fragment CurvePlace on ThresholdPlace {
    threshold
    precision {
      of
      all
      share
      low
      high
    }
    recall {
      of
      all
      share
      low
      high
    }
  }
`);

const PAGE = 20;

interface ModelsProps {
  release: StudioReleaseFragment | null;
  mayTrain: boolean;
}

/** The versions of the model, and how good each is on verdicts that it had not seen. */
export function Models({ release, mayTrain }: ModelsProps) {
  const { t } = useTranslation('screening');
  const { brandId, search, change } = useStudio();
  const [{ data, error, fetching }, reload] = useQuery({
    query: ScreeningModelVersions,
    variables: { brandId, ...pageArguments(search, PAGE) },
  });
  const models = data?.screeningModels;
  const shown =
    models?.nodes.find(({ id }) => id === search.model) ??
    models?.nodes.find(({ id }) => id === release?.model?.id) ??
    models?.nodes[0];
  const columns = useModelColumns(release, shown?.id);
  return (
    <>
      <Section
        title={t('models.title')}
        actions={mayTrain ? <TrainButton onTrained={(model) => change({ model, threshold: undefined })} /> : null}
      >
        <KeysetList
          page={models}
          error={error}
          fetching={fetching}
          reload={reload}
          at={search}
          onPage={change}
          summary={(count, exact) => t(exact ? 'models.count' : 'models.countAtLeast', { count })}
        >
          {(rows) => (
            <DataTable
              label={t('models.title')}
              columns={columns}
              rows={rows}
              likely={1}
              rowKey={({ id }) => id}
              empty={<EmptyState icon={IconChartLine} title={t('models.empty')} text={t('models.emptyText')} />}
            />
          )}
        </KeysetList>
      </Section>
      {shown ? <ModelCurve key={shown.id} model={shown} release={release} mayRelease={mayTrain} /> : null}
    </>
  );
}

function useModelColumns(
  release: StudioReleaseFragment | null,
  shown: string | undefined,
): Column<StudioModelFragment>[] {
  const { t } = useTranslation('screening');
  const { labelled, number } = useFormats();
  const { change } = useStudio();
  return [
    { key: 'name', header: t('fields.model'), primary: true, render: ({ name }) => name },
    {
      key: 'holds',
      header: t('fields.state'),
      width: 112,
      render: ({ id }) => (release?.model?.id === id ? t('holds') : '–'),
    },
    {
      key: 'verdicts',
      header: t('models.verdicts'),
      width: 216,
      from: 'md',
      render: ({ confirmed, cleared }) => t('models.of', { confirmed: number(confirmed), cleared: number(cleared) }),
    },
    { key: 'by', header: t('models.by'), width: 168, render: ({ trainedBy }) => trainedBy.name },
    { key: 'at', header: t('fields.at'), width: 128, align: 'end', render: ({ createdAt }) => <Time at={createdAt} /> },
    {
      key: 'acts',
      header: t('fields.actions'),
      width: 120,
      align: 'end',
      render: ({ id, name }) => (
        <Button
          variant="default"
          size="compact-xs"
          aria-pressed={shown === id}
          aria-label={labelled(t('curve.show'), name)}
          onClick={() => change({ model: id, threshold: undefined })}
        >
          {t('curve.show')}
        </Button>
      ),
    },
  ];
}
