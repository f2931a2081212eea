import { Select, SimpleGrid, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { Priority } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LeadDialogProps } from '../lead-dialogs';

const TriageLead = graphql(`
  mutation TriageLead($input: TriageLeadInput!) {
    triageLead(input: $input) {
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

const SOURCES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const INFORMATION = ['1', '2', '3', '4', '5', '6'] as const;

/** Grades after the Admiralty code: how good the source is, how good the information is. */
export default function TriageDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation(['leads', 'enums']);
  const warned = lead.authorizedSellerWarnings.length > 0;
  const command = useCommandForm({
    document: TriageLead,
    initialValues: { source: 'C', information: '3', priority: lead.priority as Priority, overrideReason: '' },
    draft: `triage-${lead.id}`,
    variables: ({ source, information, priority, overrideReason }) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        grade: source + information,
        priority,
        overrideReason: overrideReason.trim() || undefined,
      },
    }),
    validate: ({ overrideReason }) =>
      warned && !overrideReason.trim() ? { overrideReason: t('triage.overrideNeeded') } : {},
    onDone: () => {
      void notify(t('done.TRIAGE'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('actions.TRIAGE')} submitLabel={t('actions.TRIAGE')} command={command} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('triage.source')}
          data={SOURCES.map((value) => ({ value, label: `${value} · ${t(`triage.sources.${value}`)}` }))}
          allowDeselect={false}
          {...form.getInputProps('source')}
        />
        <Select
          label={t('triage.information')}
          data={INFORMATION.map((value) => ({ value, label: `${value} · ${t(`triage.informations.${value}`)}` }))}
          allowDeselect={false}
          {...form.getInputProps('information')}
        />
      </SimpleGrid>
      <Select
        label={t('fields.priority')}
        data={Object.values(Priority).map((value) => ({ value, label: t(`enums:priority.${value}`) }))}
        allowDeselect={false}
        error={form.errors.grade}
        {...form.getInputProps('priority')}
      />
      {warned ? (
        <>
          <Text size="sm">{t('triage.warned')}</Text>
          <Textarea label={t('triage.overrideReason')} autosize minRows={2} {...form.getInputProps('overrideReason')} />
        </>
      ) : null}
    </CommandDialog>
  );
}
