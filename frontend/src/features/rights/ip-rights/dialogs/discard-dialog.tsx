import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { IpRightDialogProps } from '../ip-right-dialogs';
import { useLocalTitle } from '../ip-right-words';

const DiscardIpRight = graphql(`
  mutation DiscardIpRight($input: IpRightTransitionInput!) {
    discardIpRight(input: $input) {
      discardedId
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function DiscardDialog({ right, onClose, onStale }: IpRightDialogProps) {
  const { t } = useTranslation('ipRights');
  const { labelled } = useFormats();
  const title = useLocalTitle()(right);
  const navigate = useNavigate();
  const command = useCommandForm({
    document: DiscardIpRight,
    initialValues: {},
    variables: () => ({ input: { id: right.id, expectedVersion: right.version } }),
    onDone: () => {
      void notify(t('done.DISCARD'));
      // There is no page of it any more.
      void navigate({ to: '/rights', replace: true });
    },
    onStale,
  });
  return (
    <CommandDialog
      title={labelled(t('actions.DISCARD'), title)}
      submitLabel={t('actions.DISCARD')}
      danger
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.DISCARD')}</Text>
    </CommandDialog>
  );
}
