import { SimpleGrid, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sending, useUpload } from '@/features/evidence/sending';
import { graphql } from '@/gql';
import type { DocumentOfInput } from '@/gql/graphql';
import { today } from '@/lib/day';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';

const AddRightsDocument = graphql(`
  mutation AddRightsDocument($input: AddRightsDocumentInput!) {
    addRightsDocument(input: $input) {
      document {
        ...RightsDocument
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AddDocumentDialogProps {
  of: DocumentOfInput;
  version: number;
  file: File;
  onClose: () => void;
  onChanged: () => void;
}

/** Says what a document is while its file is on its way; a certificate has a number and days. */
export default function AddDocumentDialog({ of, version, file, onClose, onChanged }: AddDocumentDialogProps) {
  const { t } = useTranslation(['rights', 'evidence']);
  const sent = useUpload(file);
  const certificate = Boolean(of.partyId);
  const command = useCommandForm({
    document: AddRightsDocument,
    initialValues: {
      title: file.name.replace(/\.[^.]+$/, '').slice(0, 200),
      number: '',
      validFrom: today(),
      validTo: '',
    },
    variables: ({ title, number, validFrom, validTo }) => ({
      input: {
        of,
        expectedVersion: version,
        uploadId: sent.uploaded?.id ?? '',
        title: title.trim() || undefined,
        ...(certificate ? { number: number.trim(), validFrom, validTo: validTo || undefined } : {}),
      },
    }),
    validate: ({ number, validFrom, validTo }) =>
      certificate
        ? {
            ...(number.trim() ? {} : { number: t('documents.numberNeeded') }),
            ...(validFrom ? {} : { validFrom: t('form.dayNeeded') }),
            ...(validTo && validTo < validFrom ? { validTo: t('form.endsBeforeStart') } : {}),
          }
        : {},
    onDone: () => {
      void notify(t('documents.done'));
      onClose();
      onChanged();
    },
    onStale: onChanged,
  });
  const { form } = command;
  const message = sent.failure ? t(`evidence:upload.${sent.failure}`) : command.message;
  return (
    <CommandDialog
      title={t('documents.addOne', { name: file.name })}
      submitLabel={t('documents.submit')}
      command={{ ...command, message }}
      onClose={onClose}
      disabled={sent.uploaded === null}
    >
      <Sending {...sent} />
      <Text size="sm">{t(certificate ? 'documents.certificate.text' : 'documents.paper.text')}</Text>
      <TextInput label={t('documents.what')} maxLength={200} {...form.getInputProps('title')} />
      {certificate ? (
        <>
          <TextInput
            label={t('documents.number')}
            description={t('documents.numberHint')}
            required
            maxLength={100}
            {...form.getInputProps('number')}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <DayInput label={t('fields.validFrom')} required {...form.getInputProps('validFrom')} />
            <DayInput label={t('fields.validTo')} clearable {...form.getInputProps('validTo')} />
          </SimpleGrid>
        </>
      ) : null}
    </CommandDialog>
  );
}
