import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SandboxFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const ResetSandbox = graphql(`
  mutation ResetSandbox($input: ResetSandboxInput!) {
    resetSandbox(input: $input) {
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

interface ResetSandboxDialogProps {
  sandbox: SandboxFragment;
  onClose: () => void;
  /** Reads the sandbox again: when somebody else was faster. */
  onStale: () => void;
}

/** Says what goes and what stays, then empties it. */
export default function ResetSandboxDialog({ sandbox, onClose, onStale }: ResetSandboxDialogProps) {
  const { t } = useTranslation('partners');
  const command = useCommandForm({
    document: ResetSandbox,
    initialValues: {},
    variables: () => ({ input: { expectedVersion: sandbox.version } }),
    onDone: () => {
      void notify(t('sandboxes.emptied'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('sandboxes.resetTitle')}
      submitLabel={t('sandboxes.reset')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('sandboxes.resetText', { count: sandbox.leads })}</Text>
    </CommandDialog>
  );
}
