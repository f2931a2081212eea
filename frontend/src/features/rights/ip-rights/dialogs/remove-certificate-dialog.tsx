import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const RemoveCertificate = graphql(`
  mutation RemoveCertificate($input: RemoveCertificateInput!) {
    removeCertificate(input: $input) {
      ipRight {
        ...IpRightPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RemoveCertificateDialogProps {
  /** The certificate. */
  id: string;
  name: string;
  /** The right's. */
  version: number;
  onClose: () => void;
  onStale: () => void;
}

export default function RemoveCertificateDialog(props: RemoveCertificateDialogProps) {
  const { id, name, version, onClose, onStale } = props;
  const { t } = useTranslation('ipRights');
  const { labelled } = useFormats();
  const command = useCommandForm({
    document: RemoveCertificate,
    initialValues: {},
    variables: () => ({ input: { id, expectedVersion: version } }),
    onDone: () => {
      void notify(t('certificates.removed'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={labelled(t('certificates.remove'), name)}
      submitLabel={t('certificates.remove')}
      danger
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('certificates.removeText')}</Text>
    </CommandDialog>
  );
}
