import { Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SuspenseLineFragment, SuspenseTarget } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { NoteField, orNothing } from '../money-fields';

const ClearSuspense = graphql(`
  mutation ClearSuspense($input: ClearSuspenseInput!) {
    clearSuspense(input: $input) {
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

/** Gives what is in suspense its place, as another person than the one who wrote it down. */
export default function ClearSuspenseDialog({ item, onClose }: SuspenseItemDialogProps) {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const { entry } = item;
  const targets: SuspenseTarget[] = entry.kind === 'SUSPENSE_IN' ? ['POOL', 'RETURN'] : ['CARD', 'RETURN'];
  const command = useCommandForm({
    document: ClearSuspense,
    initialValues: { target: null as SuspenseTarget | null, note: '' },
    draft: `clear-${entry.id}`,
    variables: ({ target, note }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        ledgerEntryId: entry.id,
        target: target ?? 'RETURN',
        note: orNothing(note),
      },
    }),
    validate: ({ target }) => (target ? {} : { target: t('form.targetNeeded') }),
    onDone: () => {
      renewKey();
      void notify(t('recorded'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('suspense.steps.CLEAR')}
      submitLabel={t('suspense.steps.CLEAR')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm" fw={500}>
        {t(`entryKinds.${entry.kind}`)} · {money(item.open)}
      </Text>
      <Text size="sm">{t('suspense.clearText')}</Text>
      <Radio.Group label={t('suspense.target')} required {...form.getInputProps('target')}>
        <Stack gap={8} mt={6}>
          {targets.map((each) => (
            <Radio key={each} value={each} label={t(`suspense.targets.${each}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <NoteField field={form.getInputProps} />
    </CommandDialog>
  );
}
