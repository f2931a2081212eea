import { Checkbox, Fieldset, MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory, usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import type { LeadGrantInput } from '@/gql/graphql';
import { endOf, today } from '@/lib/day';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import { RemoteMultiSelect } from '@/ui/remote-select';
import type { LeadDialogProps } from '../lead-dialogs';
import { AudiencePanel } from './audience-panel';

const ShareLead = graphql(`
  mutation ShareLead($input: ShareLeadInput!) {
    shareLead(input: $input) {
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

const PreviewAudience = graphql(`
  query PreviewAudience($input: PreviewAudienceInput!) {
    previewAudience(input: $input) {
      ...Audience
    }
  }
`);

const OwnGroups = graphql(`
  query OwnGroups {
    sharingGroups(first: 100, filter: { mine: true }) {
      nodes {
        id
        name
        confidential
        state
      }
    }
  }
`);

interface ShareValues extends Record<string, unknown> {
  organizations: string[];
  people: string[];
  groups: string[];
  community: boolean;
  excluded: string[];
  itemsOpen: boolean;
  personalData: boolean;
  expires: string;
  reason: string;
}

const INITIAL: ShareValues = {
  organizations: [],
  people: [],
  groups: [],
  community: false,
  excluded: [],
  itemsOpen: false,
  personalData: false,
  expires: '',
  reason: '',
};

function grantsOf({ organizations, people, groups, community }: ShareValues): LeadGrantInput[] {
  return [
    ...organizations.map((organizationId) => ({ organizationId })),
    ...people.map((personId) => ({ personId })),
    ...groups.map((groupId) => ({ groupId })),
    ...(community ? [{ community: true }] : []),
  ] as LeadGrantInput[];
}

/** The same choice goes into the preview and into the command; the preview's token ties the two together. */
function choiceOf(values: ShareValues) {
  return {
    grants: grantsOf(values),
    excludeOrganizationIds: values.excluded,
    itemsOpen: values.itemsOpen,
    includePersonalData: values.personalData,
    expiresAt: endOf(values.expires),
  };
}

/** The groups that the viewer is in and may share with. */
function useOwnGroups() {
  const { t } = useTranslation('leads');
  const pause = !may(useViewer(), 'SHARING_GROUP_READ');
  const [{ data }] = useQuery({ query: OwnGroups, pause });
  const active = data?.sharingGroups.nodes.filter(({ state }) => state === 'ACTIVE') ?? [];
  return active.map(({ id, name, confidential }) => ({
    value: id,
    label: confidential ? t('share.confidentialGroup', { name }) : name,
  }));
}

export default function ShareDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation(['leads', 'common']);
  const organizations = useOrganizationDirectory();
  const people = usePersonDirectory();
  const groups = useOwnGroups();
  const token = useRef('');
  const lookAgain = useRef(() => {});
  const command = useCommandForm({
    document: ShareLead,
    initialValues: INITIAL,
    draft: `share-${lead.id}`,
    undrafted: ['organizations', 'people', 'groups', 'excluded'],
    variables: (values) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        previewToken: token.current,
        reason: values.reason.trim() || undefined,
        ...choiceOf(values),
      },
    }),
    onDone: () => {
      void notify(t('done.SHARE'));
      onClose();
    },
    onStale,
    // The audience may have moved since the preview: show the present one before the next try.
    onFailure: () => lookAgain.current(),
  });
  const { form } = command;
  const choice = useMemo(() => choiceOf(form.values), [form.values]);
  const [settled] = useDebouncedValue(choice, 250);
  const [{ data, fetching, error }, look] = useQuery({
    query: PreviewAudience,
    variables: { input: { id: lead.id, ...settled } },
    pause: settled.grants.length === 0,
    requestPolicy: 'network-only',
  });
  const chosen = choice.grants.length > 0;
  const current = chosen && settled === choice && !fetching;
  const preview = current ? data?.previewAudience : null;
  token.current = preview?.token ?? '';
  lookAgain.current = () => look({ requestPolicy: 'network-only' });

  return (
    <CommandDialog
      title={t('share.title', { reference: lead.reference })}
      submitLabel={preview ? t('share.submit', { count: preview.personCount }) : t('actions.SHARE')}
      command={command}
      disabled={!preview}
      onClose={onClose}
      size="xl"
    >
      <RemoteMultiSelect
        label={t('share.organizations')}
        placeholder={t('share.organizationsHint')}
        {...organizations}
        {...form.getInputProps('organizations')}
      />
      <RemoteMultiSelect
        label={t('share.people')}
        placeholder={t('share.peopleHint')}
        {...people}
        {...form.getInputProps('people')}
      />
      {groups.length > 0 ? (
        <MultiSelect
          label={t('share.groups')}
          searchable
          hidePickedOptions
          nothingFoundMessage={t('common:nothingFound')}
          data={groups}
          {...form.getInputProps('groups')}
        />
      ) : null}
      <Checkbox
        label={t('share.community')}
        description={t('share.communityHint')}
        {...form.getInputProps('community', { type: 'checkbox' })}
      />
      <Fieldset legend={t('share.limits')} p="sm" mx={0}>
        <RemoteMultiSelect label={t('share.exclude')} {...organizations} {...form.getInputProps('excluded')} />
        <Checkbox
          mt="sm"
          label={t('share.itemsOpen')}
          description={t('share.itemsOpenHint')}
          {...form.getInputProps('itemsOpen', { type: 'checkbox' })}
        />
        <Checkbox
          mt="sm"
          label={t('share.personalData')}
          description={t('share.personalDataHint')}
          {...form.getInputProps('personalData', { type: 'checkbox' })}
        />
        <DayInput
          mt="sm"
          label={t('share.expires')}
          maw={200}
          clearable
          min={today()}
          {...form.getInputProps('expires')}
        />
      </Fieldset>
      <TextInput label={t('fields.reason')} {...form.getInputProps('reason')} />
      <AudiencePanel audience={chosen ? data?.previewAudience : null} loading={chosen && !current} error={error} />
    </CommandDialog>
  );
}
