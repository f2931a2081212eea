import { MultiSelect, Select, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { today } from '@/lib/day';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import type { ActionDialogProps } from '../action-dialogs';
import { type SeizureLine, useGoodsName } from '../action-seizures';

const AskSeizureDestruction = graphql(`
  mutation AskSeizureDestruction($input: AskSeizureDestructionInput!) {
    askSeizureDestruction(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const CertificateChoices = graphql(`
  query CertificateChoices($id: ID!) {
    offlineAction(id: $id) {
      id
      leads {
        id
        evidence(last: 50) {
          nodes {
            id
            title
          }
        }
      }
    }
  }
`);

interface AskDestructionDialogProps extends ActionDialogProps {
  /** The goods that were pointed at; others of the action may go with them. */
  seizure: SeizureLine;
}

/** One person says that goods were destroyed, with the certificate; another one confirms it. */
export default function AskDestructionDialog({ action, seizure, onClose, onStale }: AskDestructionDialogProps) {
  const { t } = useTranslation('actions');
  const goodsName = useGoodsName();
  const evidence = useCertificateChoices(action.id);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AskSeizureDestruction,
    initialValues: {
      seizureIds: [seizure.id],
      on: today(),
      method: '',
      place: '',
      certificateNumber: '',
      certificateIssuer: '',
      certificateEvidenceId: null as string | null,
    },
    draft: `ask-destruction-${action.id}`,
    undrafted: ['seizureIds', 'certificateEvidenceId'],
    variables: ({ seizureIds, on, certificateEvidenceId, ...texts }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        actionId: action.id,
        seizureIds,
        on,
        method: texts.method.trim(),
        place: texts.place.trim(),
        certificateNumber: texts.certificateNumber.trim(),
        certificateIssuer: texts.certificateIssuer.trim(),
        certificateEvidenceId: certificateEvidenceId ?? undefined,
      },
    }),
    validate: (values) => ({
      ...(values.seizureIds.length > 0 ? {} : { seizureIds: t('destruction.goodsNeeded') }),
      ...(values.on ? {} : { on: t('form.dayNeeded') }),
      ...(values.method.trim() ? {} : { method: t('destruction.methodNeeded') }),
      ...(values.place.trim() ? {} : { place: t('destruction.placeNeeded') }),
      ...(values.certificateNumber.trim() ? {} : { certificateNumber: t('destruction.numberNeeded') }),
      ...(values.certificateIssuer.trim() ? {} : { certificateIssuer: t('destruction.issuerNeeded') }),
    }),
    onDone: () => {
      renewKey();
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  const goods = action.outcome.seizures.filter(({ allowedActions }) => allowedActions.includes('ASK_DESTRUCTION'));
  return (
    <CommandDialog
      title={t('followUp.steps.ASK_DESTRUCTION')}
      submitLabel={t('destruction.ask')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Text size="sm">{t('destruction.text')}</Text>
      <MultiSelect
        label={t('destruction.goods')}
        required
        data={goods.map((line) => ({ value: line.id, label: goodsName(line) }))}
        {...form.getInputProps('seizureIds')}
      />
      <DayInput label={t('fields.on')} required max={today()} {...form.getInputProps('on')} />
      <TextInput label={t('destruction.method')} required maxLength={200} {...form.getInputProps('method')} />
      <TextInput label={t('destruction.place')} required maxLength={300} {...form.getInputProps('place')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label={t('destruction.number')}
          required
          maxLength={100}
          {...form.getInputProps('certificateNumber')}
        />
        <TextInput
          label={t('destruction.issuer')}
          required
          maxLength={200}
          {...form.getInputProps('certificateIssuer')}
        />
      </SimpleGrid>
      {evidence.length > 0 ? (
        <Select
          label={t('destruction.evidence')}
          description={t('destruction.evidenceHint')}
          searchable
          clearable
          data={evidence}
          {...form.getInputProps('certificateEvidenceId')}
        />
      ) : null}
    </CommandDialog>
  );
}

/** The evidence of the leads that the action rests on, as far as the viewer sees it. */
function useCertificateChoices(id: string) {
  const [{ data }] = useQuery({ query: CertificateChoices, variables: { id } });
  const found = (data?.offlineAction?.leads ?? []).flatMap(({ evidence }) => evidence.nodes);
  return found.map((item) => ({ value: item.id, label: item.title }));
}
