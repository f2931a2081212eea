import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const RevokeProductGrant = graphql(`
  mutation RevokeProductGrant($input: RevokeProductGrantInput!) {
    revokeProductGrant(input: $input) {
      ...ProductChange
    }
  }
`);

interface RevokeGrantDialogProps {
  /** The grant. */
  id: string;
  /** Whom it was given to, by name. */
  who: string;
  onClose: () => void;
}

export default function RevokeGrantDialog({ id, who, onClose }: RevokeGrantDialogProps) {
  const { t } = useTranslation('products');
  const command = useCommandForm({
    document: RevokeProductGrant,
    initialValues: {},
    variables: () => ({ input: { id } }),
    onDone: () => {
      void notify(t('grants.revoked'));
      onClose();
    },
  });
  return (
    <CommandDialog
      title={t('grants.revokeTitle', { who })}
      submitLabel={t('grants.revoke')}
      danger
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('grants.revokeText', { who })}</Text>
    </CommandDialog>
  );
}
