import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { type ReleaseChoicesQuery, RulePackKind, ScreeningMode, type StudioReleaseFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { ShortFailure } from '@/ui/short-failure';
import { ModelField, PackField, ThresholdField } from './release-fields';

const ReleaseChoices = graphql(`
  query ReleaseChoices($brandId: ID) {
    rulePacks(brandId: $brandId, first: 100) {
      nodes {
        id
        kind
        number
        note
      }
    }
    screeningModels(brandId: $brandId, first: 100) {
      nodes {
        id
        name
        number
      }
    }
  }
`);

const ReleaseScreening = graphql(`
  mutation ReleaseScreening($input: ReleaseScreeningInput!) {
    releaseScreening(input: $input) {
      release {
        ...StudioRelease
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ReleaseDialogProps {
  brandId: string | undefined;
  release: StudioReleaseFragment | null;
  /** What the address asks for beyond what holds. */
  pack?: string;
  model?: string;
  threshold?: number;
  onClose: () => void;
  onChanged: () => void;
}

/** Lets versions, a threshold and a way with suspects hold from now on. */
export default function ReleaseDialog(props: ReleaseDialogProps) {
  const [{ data, error }, reload] = useQuery({ query: ReleaseChoices, variables: { brandId: props.brandId } });
  if (data) return <ReleaseForm {...props} choices={data} />;
  return error ? <ShortFailure error={error} retry={reload} /> : null;
}

type Packs = Record<RulePackKind, string>;

/** What holds, and in its place what is asked for. */
function packsOf({ release, pack }: ReleaseDialogProps, { rulePacks }: ReleaseChoicesQuery): Packs {
  const packs = Object.fromEntries(Object.values(RulePackKind).map((kind) => [kind, ''])) as Packs;
  for (const { kind, id } of release?.rulePacks ?? []) packs[kind] = id;
  const wanted = rulePacks.nodes.find(({ id }) => id === pack);
  if (wanted) packs[wanted.kind] = wanted.id;
  return packs;
}

function ReleaseForm(props: ReleaseDialogProps & { choices: ReleaseChoicesQuery }) {
  const { t } = useTranslation(['screening', 'common']);
  const { brandId, release, choices, onClose, onChanged } = props;
  const command = useCommandForm({
    document: ReleaseScreening,
    initialValues: {
      packs: packsOf(props, choices),
      model: props.model ?? release?.model?.id ?? '',
      threshold: (props.threshold ?? release?.threshold ?? '') as number | string,
      mode: release?.mode ?? ScreeningMode.Review,
      reason: '',
    },
    draft: `release-screening-${brandId ?? 'alliance'}`,
    // The address and what holds say these.
    undrafted: ['packs', 'model', 'threshold'],
    variables: ({ packs, model, threshold, mode, reason }) => ({
      input: {
        brandId,
        expectedNumber: release?.number ?? 0,
        rulePackIds: Object.values(packs).filter(Boolean),
        modelId: model || null,
        threshold: threshold === '' ? null : Number(threshold),
        mode,
        reason: reason.trim(),
      },
    }),
    validate: ({ threshold, reason }) => ({
      ...(threshold === '' || (Number(threshold) >= 0.01 && Number(threshold) <= 0.99)
        ? {}
        : { threshold: t('screening:release.thresholdNeeded') }),
      ...(reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
    }),
    onDone: ({ release: made }) => {
      void notify(t('screening:release.done', { number: made?.number ?? 0 }));
      onChanged();
      onClose();
    },
    onStale: onChanged,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('screening:release.title')}
      submitLabel={t('screening:release.submit')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t(brandId ? 'screening:release.textOfBrand' : 'screening:release.text')}</Text>
      {Object.values(RulePackKind).map((kind) => (
        <PackField
          key={kind}
          kind={kind}
          packs={choices.rulePacks.nodes.filter((pack) => pack.kind === kind)}
          {...form.getInputProps(`packs.${kind}`)}
        />
      ))}
      <ModelField
        models={choices.screeningModels.nodes}
        ofBrand={brandId !== undefined}
        {...form.getInputProps('model')}
      />
      <ThresholdField ofBrand={brandId !== undefined} {...form.getInputProps('threshold')} />
      <Radio.Group label={t('screening:release.mode')} {...form.getInputProps('mode')}>
        <Stack gap={6} mt={6}>
          {Object.values(ScreeningMode).map((mode) => (
            <Radio
              key={mode}
              value={mode}
              label={t(`screening:modes.${mode}`)}
              description={t(`screening:modeHints.${mode}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('common:step.reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
