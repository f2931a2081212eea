import { Radio, Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { LeadOutcome } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LeadDialogProps } from '../lead-dialogs';

const ResolveLead = graphql(`
  mutation ResolveLead($input: ResolveLeadInput!) {
    resolveLead(input: $input) {
      lead {
        ...LeadPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function ResolveDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation(['leads', 'enums']);
  const command = useCommandForm({
    document: ResolveLead,
    initialValues: { outcome: '' as LeadOutcome | '', note: '' },
    draft: `resolve-${lead.id}`,
    variables: ({ outcome, note }) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        outcome: outcome as LeadOutcome,
        note: note.trim() || undefined,
      },
    }),
    validate: ({ outcome }) => (outcome ? {} : { outcome: t('resolve.outcomeNeeded') }),
    onDone: () => {
      void notify(t('done.RESOLVE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog title={t('actions.RESOLVE')} submitLabel={t('actions.RESOLVE')} command={command} onClose={onClose}>
      <Radio.Group label={t('fields.outcome')} {...command.form.getInputProps('outcome')}>
        <Stack gap={6} mt={6}>
          {Object.values(LeadOutcome).map((value) => (
            <Radio key={value} value={value} label={t(`enums:outcome.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea label={t('fields.note')} autosize minRows={2} {...command.form.getInputProps('note')} />
    </CommandDialog>
  );
}
