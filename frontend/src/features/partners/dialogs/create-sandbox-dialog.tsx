import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const CreateSandbox = graphql(`
  mutation CreateSandbox($input: CreateSandboxInput!) {
    createSandbox(input: $input) {
      sandbox {
        ...Sandbox
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function CreateSandboxDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('partners');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateSandbox,
    initialValues: {},
    variables: () => ({ input: { idempotencyKey: idempotencyKey.current } }),
    onDone: () => {
      renewKey();
      void notify(t('sandboxes.created'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog
      title={t('sandboxes.createTitle')}
      submitLabel={t('sandboxes.create')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('sandboxes.createText')}</Text>
    </CommandDialog>
  );
}
