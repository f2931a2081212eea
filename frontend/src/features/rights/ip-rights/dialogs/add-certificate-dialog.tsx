import { Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sending, useUpload } from '@/features/evidence/sending';
import { graphql } from '@/gql';
import type { IpRightCertificatesFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const AddCertificate = graphql(`
  mutation AddCertificate($input: AddCertificateInput!) {
    addCertificate(input: $input) {
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

interface AddCertificateDialogProps {
  right: IpRightCertificatesFragment;
  file: File;
  onClose: () => void;
  onStale: () => void;
}

/** Says what a certificate is while its file is on its way. */
export default function AddCertificateDialog({ right, file, onClose, onStale }: AddCertificateDialogProps) {
  const { t } = useTranslation('ipRights');
  const { t: ofUploads } = useTranslation('evidence');
  const sent = useUpload(file);
  const command = useCommandForm({
    document: AddCertificate,
    initialValues: { title: file.name.replace(/\.[^.]+$/, '').slice(0, 200) },
    variables: ({ title }) => ({
      input: {
        rightId: right.id,
        expectedVersion: right.version,
        uploadId: sent.uploaded?.id ?? '',
        title: title.trim() || undefined,
      },
    }),
    onDone: () => {
      void notify(t('certificates.done'));
      onClose();
    },
    onStale,
  });
  const message = sent.failure ? ofUploads(`upload.${sent.failure}`) : command.message;
  return (
    <CommandDialog
      title={t('certificates.addOne', { name: file.name })}
      submitLabel={t('certificates.submit')}
      command={{ ...command, message }}
      onClose={onClose}
      disabled={sent.uploaded === null}
    >
      <Sending {...sent} />
      <Text size="sm">{t(right.state === 'DRAFT' ? 'certificates.kept' : 'certificates.keptAtOnce')}</Text>
      <TextInput
        label={t('certificates.what')}
        description={t('certificates.whatHint')}
        maxLength={200}
        {...command.form.getInputProps('title')}
      />
    </CommandDialog>
  );
}
