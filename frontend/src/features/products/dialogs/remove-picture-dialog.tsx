import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const RemoveProductPicture = graphql(`
  mutation RemoveProductPicture($input: RemoveProductPictureInput!) {
    removeProductPicture(input: $input) {
      product {
        ...ProductPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RemovePictureDialogProps {
  /** The picture. */
  id: string;
  /** Of what it is of. */
  version: number;
  onClose: () => void;
  onStale: () => void;
}

export default function RemovePictureDialog({ id, version, onClose, onStale }: RemovePictureDialogProps) {
  const { t } = useTranslation('products');
  const command = useCommandForm({
    document: RemoveProductPicture,
    initialValues: {},
    variables: () => ({ input: { id, expectedVersion: version } }),
    onDone: () => {
      void notify(t('pictures.removed'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('pictures.removeTitle')}
      submitLabel={t('pictures.remove')}
      danger
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('pictures.removeText')}</Text>
    </CommandDialog>
  );
}
