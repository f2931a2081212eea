import { Select, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Sending, useUpload } from '@/features/evidence/sending';
import type { PictureOfInput, PictureSide } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { AddProductPicture } from '../pictures/add-product-picture';
import { SIDES } from '../product-words';

interface AddPictureDialogProps {
  of: PictureOfInput;
  /** Of what it is of. */
  version: number;
  /** The side of a feature; chosen here for a product as a whole. */
  side?: PictureSide;
  file: File;
  /** How many wait behind it. */
  left?: number;
  onClose: () => void;
  onStale: () => void;
}

/** Says what a picture shows while its file is on its way. */
export default function AddPictureDialog(props: AddPictureDialogProps) {
  const { of, version, side, file, left = 0, onClose, onStale } = props;
  const { t } = useTranslation(['products', 'evidence']);
  const sent = useUpload(file);
  const command = useCommandForm({
    document: AddProductPicture,
    initialValues: { side: side ?? ('GENUINE' as PictureSide), caption: '' },
    variables: (values) => ({
      input: {
        of,
        expectedVersion: version,
        side: values.side,
        uploadId: sent.uploaded?.id ?? '',
        caption: values.caption.trim() || undefined,
      },
    }),
    onDone: () => {
      void notify(t('pictures.added'));
      onClose();
    },
    onStale,
  });
  // A feature's side is no field here, so what is said of it stands above.
  const refusal = command.message ?? (side ? (command.form.errors.side?.toString() ?? null) : null);
  const message = sent.failure ? t(`evidence:upload.${sent.failure}`) : refusal;
  return (
    <CommandDialog
      title={t('pictures.addOne', { name: file.name })}
      submitLabel={t('pictures.submit')}
      command={{ ...command, message }}
      onClose={onClose}
      disabled={sent.uploaded === null}
    >
      {left > 0 ? (
        <Text size="sm" c="dimmed">
          {t('evidence:form.left', { count: left })}
        </Text>
      ) : null}
      <Sending {...sent} />
      {side ? (
        <Text size="sm">{t(`pictures.of.${side}`)}</Text>
      ) : (
        <Select
          label={t('pictures.shows')}
          allowDeselect={false}
          data={SIDES.map((value) => ({ value, label: t(`sides.${value}`) }))}
          {...command.form.getInputProps('side')}
        />
      )}
      <TextInput
        label={t('pictures.caption')}
        description={t('pictures.captionHint')}
        maxLength={200}
        {...command.form.getInputProps('caption')}
      />
    </CommandDialog>
  );
}
