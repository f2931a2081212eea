import { Group, MultiSelect, Select, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { may } from '@/lib/permissions';
import { useTimeZone, useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteMultiSelect, RemoteSelect } from '@/ui/remote-select';

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

const HandOverActions = graphql(`
  query HandOverActions {
    offlineActions(first: 100, filter: { mine: true, open: true }, order: STARTS_FIRST) {
      nodes {
        id
        reference
        title
        team {
          person {
            id
          }
          role
        }
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
  const viewer = useViewer();
  const { actions, isDeskOf } = useOwnActions();
  const colleagues = usePersonDirectory(undefined, viewer.organization.id);
  const [search, setSearch] = useState('');
  const [{ data }] = useQuery({ query: HandOverLeads, variables: { search: search || undefined } });
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateHandOver,
    initialValues: {
      fromZone: here,
      toZone: '',
      body: '',
      leadIds: [] as string[],
      actionIds: [] as string[],
      deskToId: null as string | null,
    },
    draft: 'create-hand-over',
    undrafted: ['leadIds', 'actionIds', 'deskToId'],
    variables: ({ deskToId, ...values }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        ...values,
        body: values.body.trim(),
        deskToId: isDeskOf(values.actionIds) && deskToId ? deskToId : undefined,
      },
    }),
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
      {actions.length > 0 ? (
        <MultiSelect
          label={t('form.actions')}
          description={t('form.actionsHint')}
          placeholder={form.values.actionIds.length > 0 ? undefined : t('form.actionsPlaceholder')}
          searchable
          hidePickedOptions
          maxValues={50}
          data={actions.map(({ id, reference, title }) => ({ value: id, label: `${reference} · ${title}` }))}
          {...form.getInputProps('actionIds')}
        />
      ) : null}
      {isDeskOf(form.values.actionIds) ? (
        <RemoteSelect
          label={t('form.desk')}
          description={t('form.deskHint')}
          placeholder={t('form.deskPlaceholder')}
          clearable
          options={colleagues.options.filter(({ value }) => value !== viewer.person.id)}
          onSearch={colleagues.onSearch}
          {...form.getInputProps('deskToId')}
        />
      ) : null}
    </CommandDialog>
  );
}

/** Open actions on whose teams one is, and on which of them one works the desk. */
function useOwnActions() {
  const viewer = useViewer();
  const [{ data }] = useQuery({ query: HandOverActions, pause: !may(viewer, 'OFFLINE_ACTION_READ') });
  const actions = data?.offlineActions.nodes ?? [];
  const desks = new Set(
    actions
      .filter(({ team }) => team.some(({ person, role }) => role === 'DESK' && person.id === viewer.person.id))
      .map(({ id }) => id),
  );
  return { actions, isDeskOf: (chosen: readonly string[]) => chosen.some((id) => desks.has(id)) };
}
