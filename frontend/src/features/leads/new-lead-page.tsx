import { Button, Group, Radio, Select, SimpleGrid, Stack } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { Channel, type CopySourceFragment, type DuplicateLeadFragment, Priority, Tlp } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useViewer } from '@/lib/viewer';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { PageHeader } from '@/ui/page-header';
import { RemoteSelect } from '@/ui/remote-select';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import { DescriptionFields } from './description-fields';
import { CreatedWithDuplicates } from './duplicates-found';
import { FoldedHandling } from './folded-handling';
import { type HandlingValues, handlingInput, USUAL_HANDLING } from './handling-form';
import { ItemFields } from './item-fields';
import { emptyItem, type ItemValues, isAmount, itemInputs, type LeadDescription, moneyInput } from './lead-form';
import classes from './new-lead-page.module.css';
import { CopyBanner, WithCopySource } from './sanitized-copy';

const CreateLead = graphql(`
  mutation CreateLead($input: CreateLeadInput!) {
    createLead(input: $input) {
      lead {
        id
        reference
      }
      duplicates {
        ...DuplicateLead
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface NewLeadValues extends LeadDescription {
  tlp: Tlp;
  priority: Priority;
  handling: HandlingValues;
  items: ItemValues[];
  onBehalfOf: string | null;
}

interface Created {
  reference: string;
  duplicates: readonly DuplicateLeadFragment[];
}

const route = getRouteApi('/_app/leads/new');
const DRAFT = 'new-lead';

export function NewLeadPage() {
  const { from } = route.useSearch();
  const [created, setCreated] = useState<Created | null>(null);
  if (created) return <CreatedWithDuplicates {...created} />;
  if (!from) return <NewLeadForm onDuplicates={setCreated} />;
  return (
    <WithCopySource key={from} reference={from}>
      {(source) => <NewLeadForm source={source} onDuplicates={setCreated} />}
    </WithCopySource>
  );
}

interface NewLeadFormProps {
  /** The lead of which a sanitised copy is written: what it says stays there. */
  source?: CopySourceFragment;
  onDuplicates: (created: Created) => void;
}

function NewLeadForm({ source, onDuplicates }: NewLeadFormProps) {
  const { t } = useTranslation('leads');
  const navigate = route.useNavigate();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const initialValues: NewLeadValues = {
    title: '',
    summary: '',
    channel: source?.channel ?? 'ONLINE',
    types: [...(source?.infringementTypes ?? [])],
    country: source?.country ?? '',
    value: '',
    currency: 'CNY',
    tlp: 'AMBER',
    priority: 'NORMAL',
    handling: USUAL_HANDLING,
    items: [emptyItem()],
    onBehalfOf: null,
  };
  const { organization } = useViewer();
  const owner = source?.owner?.id;
  // A copy belongs to whom the lead belongs.
  const ofSource = source && {
    sanitizedFromId: source.id,
    onBehalfOf: owner === organization.id ? undefined : owner,
  };
  const command = useCommandForm({
    document: CreateLead,
    initialValues,
    draft: source ? `${DRAFT}-from-${source.id}` : DRAFT,
    variables: (values) => ({
      input: { idempotencyKey: idempotencyKey.current, ...createInput(values), ...ofSource },
    }),
    validate: (values) => validate(values, t),
    onDone: ({ lead, duplicates }) => {
      if (!lead) return;
      renewKey();
      if (duplicates.length > 0) onDuplicates({ reference: lead.reference, duplicates });
      else void navigate({ to: '/leads/$reference', params: { reference: lead.reference }, replace: true });
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;

  return (
    <>
      <PageHeader title={t(source ? 'copy.page' : 'form.newTitle')} />
      <form onSubmit={command.submit} noValidate className={classes.form}>
        <FailureNote message={command.message} />
        <Stack gap="sm">
          {source ? <CopyBanner source={source} /> : <OnBehalfOf {...form.getInputProps('onBehalfOf')} />}
          <DescriptionFields form={form} />
        </Stack>
        <Section title={t('items.title')}>
          <ItemFields form={form} />
        </Section>
        <Section title={t('form.handling')}>
          <MarkingFields form={form} />
        </Section>
        <Group gap="xs">
          <Button type="submit" size="sm" loading={command.running}>
            {t('form.create')}
          </Button>
          <Button component={Link} to="/leads" size="sm" variant="default">
            {t('form.later')}
          </Button>
        </Group>
      </form>
    </>
  );
}

type NewLeadForm = ReturnType<
  typeof useCommandForm<Record<string, unknown>, Record<string, unknown>, NewLeadValues>
>['form'];

function MarkingFields({ form }: { form: NewLeadForm }) {
  const { t } = useTranslation(['leads', 'enums', 'common']);
  return (
    <Stack gap="sm">
      <Radio.Group label="TLP" description={t('form.tlpHint')} {...form.getInputProps('tlp')}>
        <Stack gap={6} mt={6}>
          {Object.values(Tlp).map((value) => (
            <Radio key={value} value={value} label={<TlpBadge tlp={value} />} description={t(`common:tlp.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('fields.priority')}
          allowDeselect={false}
          data={Object.values(Priority).map((value) => ({ value, label: t(`enums:priority.${value}`) }))}
          {...form.getInputProps('priority')}
        />
        <Select
          label={t('fields.channel')}
          allowDeselect={false}
          data={Object.values(Channel).map((value) => ({ value, label: t(`enums:channel.${value}`) }))}
          {...form.getInputProps('channel')}
        />
      </SimpleGrid>
      <FoldedHandling form={form} />
    </Stack>
  );
}

/** Agents act for a principal; nobody else is asked. */
function OnBehalfOf(field: { value?: string | null; onChange: (value: string | null) => void }) {
  const { t } = useTranslation('leads');
  const { organization } = useViewer();
  const directory = useOrganizationDirectory();
  if (organization.kind !== 'AGENT_FIRM') return null;
  return <RemoteSelect label={t('form.onBehalfOf')} required {...directory} {...field} />;
}

function createInput(values: NewLeadValues) {
  return {
    title: values.title.trim(),
    summary: values.summary.trim() || undefined,
    tlp: values.tlp,
    channel: values.channel,
    infringementTypes: values.types,
    country: values.country || undefined,
    estimatedValue: moneyInput(values.value, values.currency),
    priority: values.priority,
    handling: handlingInput(values.handling),
    items: itemInputs(values.items),
    onBehalfOf: values.onBehalfOf ?? undefined,
  };
}

function validate({ title, types, value, items }: NewLeadValues, t: ReturnType<typeof useTranslation<'leads'>>['t']) {
  const errors: Record<string, string> = {};
  if (!title.trim()) errors.title = t('form.titleNeeded');
  if (types.length === 0) errors.types = t('form.typesNeeded');
  if (!isAmount(value)) errors.value = t('form.amountWrong');
  items.forEach((item, index) => {
    if (!isAmount(item.price)) errors[`items.${index}.price`] = t('form.amountWrong');
  });
  return errors;
}
