import { Group, Select, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useTimeZone } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteMultiSelect } from '@/ui/remote-select';

const CreateHandOver = graphql(`
  mutation CreateHandOver($input: CreateHandOverInput!) {
    createHandOver(input: $input) {
      handOver {
        ...HandOverCard
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const HandOverLeads = graphql(`
  query HandOverLeads($search: String) {
    leads(first: 8, filter: { search: $search }) {
      nodes {
        id
        reference
        title
      }
    }
  }
`);

interface CreateHandOverDialogProps {
  onClose: () => void;
  onCreated: () => void;
}

export default function CreateHandOverDialog({ onClose, onCreated }: CreateHandOverDialogProps) {
  const { t } = useTranslation('handOvers');
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const here = useTimeZone();
  const [search, setSearch] = useState('');
  const [{ data }] = useQuery({ query: HandOverLeads, variables: { search: search || undefined } });
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateHandOver,
    initialValues: { fromZone: here, toZone: '', body: '', leadIds: [] as string[] },
    draft: 'create-hand-over',
    undrafted: ['leadIds'],
    variables: (values) => ({ input: { idempotencyKey: idempotencyKey.current, ...values, body: values.body.trim() } }),
    validate: ({ body, toZone }) => ({
      ...(body.trim() ? {} : { body: t('form.bodyNeeded') }),
      ...(toZone ? {} : { toZone: t('form.zoneNeeded') }),
    }),
    onDone: () => {
      renewKey();
      void notify(t('made'));
      onClose();
      onCreated();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const known = zones.includes(here) ? zones : [here, ...zones];
  const leads = data?.leads.nodes ?? [];
  return (
    <CommandDialog title={t('new')} submitLabel={t('form.create')} command={command} onClose={onClose} size="lg">
      <Group grow align="start">
        <Select
          label={t('form.from')}
          searchable
          allowDeselect={false}
          data={known}
          {...form.getInputProps('fromZone')}
        />
        <Select label={t('form.to')} searchable allowDeselect={false} data={known} {...form.getInputProps('toZone')} />
      </Group>
      <Textarea
        label={t('form.body')}
        description={t('form.bodyHint')}
        autosize
        minRows={5}
        maxRows={16}
        {...form.getInputProps('body')}
      />
      <RemoteMultiSelect
        label={t('form.leads')}
        description={t('form.leadsHint')}
        placeholder={t('form.leadsPlaceholder')}
        options={leads.map(({ id, reference, title }) => ({ value: id, label: `${reference} · ${title}` }))}
        onSearch={setSearch}
        {...form.getInputProps('leadIds')}
      />
    </CommandDialog>
  );
}
