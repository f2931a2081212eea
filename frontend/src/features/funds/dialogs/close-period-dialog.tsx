import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { FundDialogProps } from '../fund-dialogs';
import { NoteField, orNothing } from '../money-fields';
import { CloseObstacles } from './close-obstacles';

const ProposePeriodClose = graphql(`
  mutation ProposePeriodClose($input: ProposePeriodCloseInput!) {
    proposePeriodClose(input: $input) {
      order {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Proposes to close the open period; its trial balance is sealed once another person agrees. */
export default function ClosePeriodDialog({ fund, onClose }: FundDialogProps) {
  const { t } = useTranslation('funds');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposePeriodClose,
    initialValues: { note: '' },
    draft: `close-period-${fund.id}`,
    variables: ({ note }) => ({
      input: { idempotencyKey: idempotencyKey.current, fundId: fund.id, note: orNothing(note) },
    }),
    onDone: () => {
      renewKey();
      void notify(t('proposed.PERIOD_CLOSE'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('dos.PERIOD_CLOSE')} submitLabel={t('form.propose')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.PERIOD_CLOSE', { number: fund.currentPeriod })}</Text>
      <CloseObstacles fund={fund.id} />
      <NoteField field={command.form.getInputProps} />
    </CommandDialog>
  );
}
