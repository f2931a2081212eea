import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SuspenseLineFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const ExplainSuspense = graphql(`
  mutation ExplainSuspense($input: ExplainSuspenseInput!) {
    explainSuspense(input: $input) {
      fund {
        ...FundPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface SuspenseItemDialogProps {
  item: SuspenseLineFragment;
  onClose: () => void;
}

/** Says why something is in suspense, so that the period can be closed over it. */
export default function ExplainSuspenseDialog({ item, onClose }: SuspenseItemDialogProps) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const { entry } = item;
  const command = useCommandForm({
    document: ExplainSuspense,
    initialValues: { text: '' },
    draft: `explain-${entry.id}`,
    variables: ({ text }) => ({
      input: { idempotencyKey: idempotencyKey.current, ledgerEntryId: entry.id, text: text.trim() },
    }),
    validate: ({ text }) => (text.trim() ? {} : { text: t('form.textNeeded') }),
    onDone: () => {
      renewKey();
      void notify(t('recorded'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog
      title={t('suspense.steps.EXPLAIN')}
      submitLabel={t('suspense.steps.EXPLAIN')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm" fw={500}>
        {t(`entryKinds.${entry.kind}`)} · {money(item.open)}
      </Text>
      <Textarea
        label={t('suspense.why')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...command.form.getInputProps('text')}
      />
    </CommandDialog>
  );
}
