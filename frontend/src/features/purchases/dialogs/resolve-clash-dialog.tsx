import { Radio, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseClashFragment, PurchaseClashResolution } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const ResolvePurchaseClash = graphql(`
  mutation ResolvePurchaseClash($input: ResolvePurchaseClashInput!) {
    resolvePurchaseClash(input: $input) {
      clash {
        ...PurchaseClash
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ResolveClashDialogProps {
  clash: PurchaseClashFragment;
  onClose: () => void;
  onStale: () => void;
}

/** Says whether a purchase goes ahead where an action is planned against the same. */
export default function ResolveClashDialog({ clash, onClose, onStale }: ResolveClashDialogProps) {
  const { t } = useTranslation('purchases');
  const command = useCommandForm({
    document: ResolvePurchaseClash,
    initialValues: { resolution: null as PurchaseClashResolution | null, note: '' },
    draft: `resolvePurchaseClash-${clash.id}`,
    variables: ({ resolution, note }) => ({
      input: {
        id: clash.id,
        expectedVersion: clash.version,
        resolution: resolution ?? 'PROCEED',
        note: note.trim(),
      },
    }),
    validate: ({ resolution, note }) => ({
      ...(resolution ? {} : { resolution: t('form.resolutionNeeded') }),
      ...(note.trim() ? {} : { note: t('form.reasonNeeded') }),
    }),
    onDone: () => {
      void notify(t('clashes.done'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('clashes.resolve')} submitLabel={t('clashes.resolve')} command={command} onClose={onClose}>
      <Text size="sm">{t('clashes.text')}</Text>
      <Radio.Group label={t('clashes.how')} required {...form.getInputProps('resolution')}>
        <Stack gap={6} mt={6}>
          {clash.allowedResolutions.map((value) => (
            <Radio key={value} value={value} label={t(`clashes.resolutions.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('clashes.note')}
        required
        autosize
        minRows={2}
        maxLength={1000}
        {...form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
