import { Checkbox, NumberInput, Select, Text, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { AppraisalRank } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { useByName, useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { ShortFailure } from '@/ui/short-failure';

const OrderAppraisal = graphql(`
  mutation OrderAppraisal($input: OrderAppraisalInput!) {
    orderAppraisal(input: $input) {
      appraisal {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const AppraisersOf = graphql(`
  query AppraisersOf($sampleId: ID!) {
    appraisers(sampleId: $sampleId) {
      id
      name
      organization {
        id
        name
        nameZh
      }
    }
  }
`);

/** Working days where nothing else is said: headquarters have further to go. */
const DAYS: Record<AppraisalRank, number> = {
  LOCAL_TEAM: 10,
  LAB: 10,
  INDEPENDENT_LAB: 10,
  BRAND_HQ: 20,
  COURT_APPOINTED: 10,
};

interface OrderAppraisalDialogProps {
  sampleId: string;
  /** What the sample is. */
  label: string;
  /** The appraisal that is inspected again. */
  follows?: { id: string; rank: AppraisalRank; questions: string; referenceFeatures: readonly string[] };
  /** Whether the sample was drawn to learn how often appraisers err. */
  quality: boolean;
  onClose: () => void;
}

export function OrderAppraisalDialog({ sampleId, label, follows, quality, onClose }: OrderAppraisalDialogProps) {
  const { t } = useTranslation('appraisals');
  const navigate = useNavigate();
  const { labelled } = useFormats();
  const localName = useLocalName();
  const byName = useByName();
  const [{ data, error }, reload] = useQuery({
    query: AppraisersOf,
    variables: { sampleId },
    requestPolicy: 'cache-and-network',
  });
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  // Somebody who knows what was found before would only repeat it.
  const mustBeBlind = follows !== undefined || quality;
  const first: AppraisalRank = follows?.rank ?? 'LOCAL_TEAM';
  const command = useCommandForm({
    document: OrderAppraisal,
    initialValues: {
      rank: first,
      appraiserId: null as string | null,
      questions: follows?.questions ?? '',
      referenceFeatures: follows?.referenceFeatures.join('\n') ?? '',
      blind: true,
      workingDays: DAYS[first] as number | string,
    },
    variables: ({ rank, appraiserId, questions, referenceFeatures, blind, workingDays }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        sampleId,
        rank,
        appraiserId: appraiserId ?? '',
        questions: questions.trim(),
        referenceFeatures: linesOf(referenceFeatures),
        blind: mustBeBlind || blind,
        followsId: follows?.id,
        quality,
        workingDays: Number(workingDays) || undefined,
      },
    }),
    validate: ({ appraiserId, questions }) => ({
      ...(appraiserId ? {} : { appraiserId: t('form.appraiserNeeded') }),
      ...(questions.trim() ? {} : { questions: t('form.questionsNeeded') }),
    }),
    onFailure: ({ code }) => code !== null && renewKey(),
    onDone: ({ appraisal }) => {
      renewKey();
      void notify(t('done.ORDER'));
      if (appraisal) void navigate({ to: '/appraisals/$id', params: { id: appraisal.id }, search: {} });
      else onClose();
    },
    draft: `order-appraisal-${follows?.id ?? sampleId}`,
    undrafted: ['appraiserId'],
  });
  const { form } = command;
  const title = t(follows ? 'steps.REINSPECT' : 'order.title');
  return (
    <CommandDialog title={title} submitLabel={t('order.submit')} command={command} onClose={onClose} size="lg">
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Text size="sm">{t(follows ? 'consequences.REINSPECT' : quality ? 'order.quality' : 'order.text')}</Text>
      <Select
        label={t('fields.rank')}
        description={t('order.rankHint')}
        required
        allowDeselect={false}
        data={Object.values(AppraisalRank).map((rank) => ({ value: rank, label: t(`ranks.${rank}`) }))}
        {...form.getInputProps('rank')}
        onChange={(rank) => {
          if (!rank) return;
          form.setFieldValue('rank', rank as AppraisalRank);
          form.setFieldValue('workingDays', DAYS[rank as AppraisalRank]);
        }}
      />
      {error && !data ? <ShortFailure error={error} retry={reload} /> : null}
      <Select
        label={t('fields.appraiser')}
        description={t('order.appraiserHint')}
        required
        searchable
        nothingFoundMessage={t('order.nobody')}
        data={byName(data?.appraisers).map(({ id, name, organization }) => ({
          value: id,
          label: `${name} · ${localName(organization)}`,
        }))}
        {...form.getInputProps('appraiserId')}
      />
      <Textarea
        label={t('fields.questions')}
        required
        autosize
        minRows={3}
        maxLength={4000}
        {...form.getInputProps('questions')}
      />
      <Textarea
        label={t('fields.referenceFeatures')}
        description={t('order.featuresHint')}
        autosize
        minRows={3}
        {...form.getInputProps('referenceFeatures')}
      />
      <NumberInput
        label={t('order.workingDays')}
        min={1}
        max={60}
        allowDecimal={false}
        maw={200}
        hideControls
        {...form.getInputProps('workingDays')}
      />
      <Checkbox
        label={t('order.blind')}
        description={mustBeBlind ? labelled(t('order.mustBeBlind'), t('order.blindHint')) : t('order.blindHint')}
        disabled={mustBeBlind}
        {...form.getInputProps('blind', { type: 'checkbox' })}
      />
    </CommandDialog>
  );
}

/** What was written, a feature a line. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
