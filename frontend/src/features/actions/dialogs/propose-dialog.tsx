import { Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory, usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { OfflineActionKind } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteMultiSelect, RemoteSelect } from '@/ui/remote-select';
import { CampaignSelect } from '../campaigns/campaign-select';
import { isWindowWrong, WindowFields, windowInput } from '../window-fields';

const ProposeOfflineAction = graphql(`
  mutation ProposeOfflineAction($input: ProposeOfflineActionInput!) {
    proposeOfflineAction(input: $input) {
      action {
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

const ActionLeads = graphql(`
  query ActionLeads($filter: LeadFilter) {
    leads(first: 20, filter: $filter) {
      nodes {
        id
        reference
        title
      }
    }
  }
`);

interface ProposeDialogProps {
  onClose: () => void;
  onProposed: (id: string) => void;
}

/** Proposes an action; from the first moment nobody but its team sees it. */
export default function ProposeDialog({ onClose, onProposed }: ProposeDialogProps) {
  const { t } = useTranslation('actions');
  const officer = useViewer().organization.kind === 'LE_AGENCY';
  const agencies = useOrganizationDirectory(['LE_AGENCY']);
  const leads = useLeadChoices();
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: ProposeOfflineAction,
    initialValues: {
      title: '',
      kind: OfflineActionKind.Raid as OfflineActionKind,
      operationId: null as string | null,
      leadAgencyId: null as string | null,
      leadId: null as string | null,
      leadIds: [] as string[],
      isOwnCase: false,
      riskNotes: '',
      startsLocal: '',
      endsLocal: '',
      timeZone: 'Asia/Shanghai',
    },
    draft: 'propose-action',
    undrafted: ['operationId', 'leadAgencyId', 'leadId', 'leadIds'],
    variables: ({ title, kind, operationId, leadAgencyId, leadId, leadIds, isOwnCase, riskNotes, ...when }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        title: title.trim(),
        kind,
        operationId: operationId ?? undefined,
        leadAgencyId: leadAgencyId ?? '',
        team: leadId ? [{ personId: leadId, role: 'LEAD' as const }] : [],
        leadIds,
        isOwnCase: isOwnCase || undefined,
        riskNotes: riskNotes.trim() || undefined,
        window: windowInput(when),
      },
    }),
    validate: (values) => ({
      ...(values.title.trim() ? {} : { title: t('form.titleNeeded') }),
      ...(values.leadAgencyId ? {} : { leadAgencyId: t('form.agencyNeeded') }),
      ...(values.leadId ? {} : { leadId: t('form.leadNeeded') }),
      ...(values.leadIds.length > 0 || values.isOwnCase ? {} : { leadIds: t('form.basisNeeded') }),
      ...(isWindowWrong(values) ? { endsLocal: t('form.windowWrong') } : {}),
    }),
    onDone: ({ action }) => {
      renewKey();
      void notify(t('proposed'));
      onClose();
      if (action) onProposed(action.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const officers = usePersonDirectory(undefined, form.values.leadAgencyId ?? undefined);
  return (
    <CommandDialog title={t('propose')} submitLabel={t('form.propose')} command={command} onClose={onClose} size="lg">
      <Text size="sm">{t('form.proposeText')}</Text>
      <TextInput label={t('fields.title')} required maxLength={200} {...form.getInputProps('title')} />
      <Select
        label={t('fields.kind')}
        allowDeselect={false}
        data={Object.values(OfflineActionKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <CampaignSelect label={t('fields.operation')} open clearable {...form.getInputProps('operationId')} />
      <RemoteSelect label={t('fields.leadAgency')} required {...agencies} {...form.getInputProps('leadAgencyId')} />
      <RemoteSelect
        label={t('roles.LEAD')}
        description={t('form.leadHint')}
        required
        {...officers}
        {...form.getInputProps('leadId')}
      />
      <RemoteMultiSelect
        label={t('fields.leads')}
        description={t('form.leadsHint')}
        {...leads}
        {...form.getInputProps('leadIds')}
      />
      {officer ? (
        <Checkbox label={t('fields.ownCase')} {...form.getInputProps('isOwnCase', { type: 'checkbox' })} />
      ) : null}
      <WindowFields field={(name) => form.getInputProps(name)} timeZone={form.values.timeZone} />
      <Textarea
        label={t('fields.riskNotes')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('riskNotes')}
      />
    </CommandDialog>
  );
}

function useLeadChoices() {
  const [search, onSearch] = useState('');
  const [{ data }] = useQuery({
    query: ActionLeads,
    variables: { filter: { search: search || undefined, states: ['SHARED', 'RESOLVED'] } },
  });
  const options = (data?.leads.nodes ?? []).map(({ id, reference, title }) => ({
    value: id,
    label: `${reference} · ${title}`,
  }));
  return { options, onSearch };
}
