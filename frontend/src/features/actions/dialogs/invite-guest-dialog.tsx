import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { TeamRole } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ActionDialogProps } from '../action-dialogs';
import { InviteActionGuest } from '../guest-commands';

const GuestOfficers = graphql(`
  query GuestOfficers($search: String!) {
    agencies(first: 20, filter: { search: $search }) {
      nodes {
        id
        organization {
          id
        }
        officers {
          id
          maskedName
          rank
          unit
          state
          hasAccount
        }
      }
    }
  }
`);

const ROLES = ['OFFICER', 'LEAD'] as const satisfies TeamRole[];

/** Mails a link to a verified officer who has no account; each link is for one person and one action. */
export default function InviteGuestDialog({ action, onClose, onStale }: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const agencies = agenciesOf(action);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: InviteActionGuest,
    initialValues: {
      agency: action.leadAgency.id,
      officerId: null as string | null,
      role: 'OFFICER' as (typeof ROLES)[number],
    },
    variables: ({ officerId, role }) => ({
      input: { idempotencyKey: idempotencyKey.current, actionId: action.id, officerId: officerId ?? '', role },
    }),
    validate: ({ officerId }) => (officerId ? {} : { officerId: t('guests.officerNeeded') }),
    onDone: () => {
      renewKey();
      void notify(t('guests.sent'));
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  const agency = agencies.find(({ id }) => id === form.values.agency) ?? action.leadAgency;
  const leads = agency.id === action.leadAgency.id;
  const [{ data }] = useQuery({ query: GuestOfficers, variables: { search: agency.name.slice(0, 100) } });
  const found = data?.agencies.nodes.find(({ organization }) => organization.id === agency.id);
  const officers = found?.officers.filter(({ state, hasAccount }) => state === 'VERIFIED' && !hasAccount) ?? [];
  return (
    <CommandDialog
      title={t('guests.invite')}
      submitLabel={t('guests.send')}
      command={command}
      onClose={onClose}
      disabled={data !== undefined && officers.length === 0}
    >
      <Text size="sm">{t('guests.text')}</Text>
      <Select
        label={t('guests.agency')}
        allowDeselect={false}
        data={agencies.map((each) => ({ value: each.id, label: localName(each) }))}
        {...form.getInputProps('agency')}
        onChange={(next) => form.setValues({ agency: next ?? action.leadAgency.id, officerId: null, role: 'OFFICER' })}
      />
      <Select
        label={t('guests.officer')}
        description={data && officers.length === 0 ? t('guests.noOfficers') : t('guests.officerHint')}
        required
        searchable
        data={officers.map(({ id, maskedName, rank, unit }) => ({
          value: id,
          label: [maskedName, rank, unit].filter(Boolean).join(' · '),
        }))}
        {...form.getInputProps('officerId')}
      />
      <Select
        label={t('fields.role')}
        description={t('guests.roleHint')}
        allowDeselect={false}
        data={ROLES.filter((role) => leads || role !== 'LEAD').map((value) => ({ value, label: t(`roles.${value}`) }))}
        {...form.getInputProps('role')}
      />
    </CommandDialog>
  );
}

/** The agency that leads it, and those that are on the team. */
function agenciesOf({ leadAgency, team }: ActionDialogProps['action']) {
  const others = team.filter(({ organization }) => organization.kind === 'LE_AGENCY').map((each) => each.organization);
  return [...new Map([leadAgency, ...others].map((each) => [each.id, each])).values()];
}
