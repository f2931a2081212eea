import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ActionDialogProps } from '../action-dialogs';
import { Destruction, type SeizureLine, useGoodsName } from '../action-seizures';

const DecideSeizureDestruction = graphql(`
  mutation DecideSeizureDestruction($input: DecideSeizureDestructionInput!) {
    decideSeizureDestruction(input: $input) {
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

interface DecideDestructionDialogProps extends ActionDialogProps {
  seizure: SeizureLine;
}

/** The second person: it was so, or it was not. */
export default function DecideDestructionDialog({ action, seizure, onClose, onStale }: DecideDestructionDialogProps) {
  const { t } = useTranslation('actions');
  const { list } = useFormats();
  const goodsName = useGoodsName();
  const { destruction } = seizure;
  const command = useCommandForm({
    document: DecideSeizureDestruction,
    initialValues: { answer: null as 'yes' | 'no' | null, reason: '' },
    variables: ({ answer, reason }) => ({
      input: {
        id: destruction?.id ?? '',
        expectedVersion: destruction?.version ?? 0,
        confirm: answer === 'yes',
        reason: reason.trim() || undefined,
      },
    }),
    validate: ({ answer, reason }) => ({
      ...(answer ? {} : { answer: t('destruction.answerNeeded') }),
      ...(answer === 'no' && !reason.trim() ? { reason: t('destruction.reasonNeeded') } : {}),
    }),
    onDone: onClose,
    onStale,
  });
  const { form } = command;
  const goods = action.outcome.seizures.filter((line) => line.destruction && line.destruction.id === destruction?.id);
  return (
    <CommandDialog
      title={t('followUp.steps.DECIDE_DESTRUCTION')}
      submitLabel={t('destruction.decide')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm" fw={500}>
        {list(goods.map(goodsName))}
      </Text>
      {destruction ? (
        <Text size="sm" component="div">
          <Destruction destruction={destruction} />
        </Text>
      ) : null}
      <Text size="sm">{t('destruction.decideText')}</Text>
      <Radio.Group label={t('destruction.answer')} required {...form.getInputProps('answer')}>
        <Stack gap={8} mt={6}>
          <Radio value="yes" label={t('destruction.yes')} />
          <Radio value="no" label={t('destruction.no')} />
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('destruction.reason')}
        required={form.values.answer === 'no'}
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
