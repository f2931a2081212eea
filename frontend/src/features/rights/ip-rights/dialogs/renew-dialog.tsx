import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { addDays } from '@/lib/day';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import type { IpRightDialogProps } from '../ip-right-dialogs';
import { useLocalTitle } from '../ip-right-words';

const RenewIpRight = graphql(`
  mutation RenewIpRight($input: RenewIpRightInput!) {
    renewIpRight(input: $input) {
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

export default function RenewDialog({ right, onClose, onStale }: IpRightDialogProps) {
  const { t } = useTranslation('ipRights');
  const { date, labelled } = useFormats();
  const title = useLocalTitle()(right);
  const now = right.expiresOn ?? '';
  const command = useCommandForm({
    document: RenewIpRight,
    initialValues: { expiresOn: '' },
    draft: `renew-ip-right-${right.id}`,
    variables: ({ expiresOn }) => ({ input: { id: right.id, expectedVersion: right.version, expiresOn } }),
    validate: ({ expiresOn }) => (expiresOn > now ? {} : { expiresOn: t('dayLater') }),
    onDone: () => {
      void notify(t('done.RENEW'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={labelled(t('actions.RENEW'), title)}
      submitLabel={t('actions.RENEW')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('consequences.RENEW', { now: now ? date(now) : '–' })}</Text>
      <DayInput
        label={t('fields.newLastDay')}
        required
        min={now ? addDays(now, 1) : undefined}
        {...command.form.getInputProps('expiresOn')}
      />
    </CommandDialog>
  );
}
