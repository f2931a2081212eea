import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { DescriptionFields } from '../description-fields';
import { ItemFields } from '../item-fields';
import type { LeadDialogProps } from '../lead-dialogs';
import { emptyItem, type ItemValues, isAmount, itemInputs, type LeadDescription, moneyInput } from '../lead-form';

const UpdateLead = graphql(`
  mutation UpdateLead($input: UpdateLeadInput!) {
    updateLead(input: $input) {
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

interface UpdateValues extends LeadDescription {
  items: ItemValues[];
}

export default function UpdateDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation('leads');
  const initialValues: UpdateValues = {
    title: lead.title,
    summary: lead.summary ?? '',
    channel: lead.channel,
    types: [...lead.infringementTypes],
    country: lead.country ?? '',
    value: lead.estimatedValue?.amount ?? '',
    currency: lead.estimatedValue?.currency ?? 'CNY',
    items: [emptyItem()],
  };
  const command = useCommandForm({
    document: UpdateLead,
    initialValues,
    draft: `update-lead-${lead.id}`,
    variables: (values) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        title: values.title.trim(),
        summary: values.summary.trim(),
        infringementTypes: values.types,
        country: values.country || undefined,
        estimatedValue: moneyInput(values.value, values.currency),
        addItems: itemInputs(values.items),
      },
    }),
    validate: ({ title, types, value }) => ({
      ...(title.trim() ? {} : { title: t('form.titleNeeded') }),
      ...(types.length > 0 ? {} : { types: t('form.typesNeeded') }),
      ...(isAmount(value) ? {} : { value: t('form.amountWrong') }),
    }),
    onDone: () => {
      void notify(t('done.UPDATE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('actions.UPDATE')}
      submitLabel={t('form.save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <DescriptionFields form={command.form} />
      <Section title={t('items.addTitle')}>
        <ItemFields form={command.form} />
      </Section>
    </CommandDialog>
  );
}
