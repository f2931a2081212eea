import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';

const AgencyChoices = graphql(`
  query AgencyChoices($filter: AgencyFilter) {
    agencies(first: 30, filter: $filter, orderBy: JURISDICTION) {
      nodes {
        id
        kind
        organization {
          id
          name
          nameZh
        }
      }
    }
  }
`);

const CreateReferral = graphql(`
  mutation CreateReferral($input: CreateReferralInput!) {
    createReferral(input: $input) {
      referral {
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

interface NewReferralDialogProps {
  lead: { id: string; title: string; country?: string | null; divisionCode?: string | null };
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** Begins a package for an agency; those competent where the lead is are offered first. */
export default function NewReferralDialog({ lead, onClose, onCreated }: NewReferralDialogProps) {
  const { t } = useTranslation(['referrals', 'agencies']);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const agencies = useAgencyChoices(lead.country, lead.divisionCode);
  const command = useCommandForm({
    document: CreateReferral,
    initialValues: { agencyId: null as string | null, title: lead.title.slice(0, 200) },
    variables: ({ agencyId, title }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        agencyId: agencyId ?? '',
        leadIds: [lead.id],
        title: title.trim(),
      },
    }),
    validate: ({ agencyId, title }) => ({
      ...(agencyId ? {} : { agencyId: t('form.agencyNeeded') }),
      ...(title.trim() ? {} : { title: t('form.titleNeeded') }),
    }),
    onDone: ({ referral }) => {
      renewKey();
      void notify(t('done.CREATE'));
      onClose();
      if (referral) onCreated(referral.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('new')} submitLabel={t('submit.CREATE')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.CREATE')}</Text>
      <RemoteSelect
        label={t('fields.agency')}
        description={t(agencies.competent ? 'form.competentHint' : 'form.agencyHint')}
        required
        options={agencies.options}
        onSearch={agencies.onSearch}
        {...command.form.getInputProps('agencyId')}
      />
      <TextInput label={t('fields.title')} required maxLength={200} {...command.form.getInputProps('title')} />
    </CommandDialog>
  );
}

/** Before anything is searched for, those competent at the place; all of them where none is. */
function useAgencyChoices(country?: string | null, divisionCode?: string | null) {
  const { t } = useTranslation('agencies');
  const localName = useLocalName();
  const [search, onSearch] = useState('');
  const place = country && !search ? { country, divisionCode: divisionCode ?? undefined } : {};
  const [{ data: near }] = useQuery({
    query: AgencyChoices,
    variables: { filter: place },
    pause: search !== '' || !country,
  });
  const [{ data: all }] = useQuery({ query: AgencyChoices, variables: { filter: { search: search || undefined } } });
  const nearby = search ? [] : (near?.agencies.nodes ?? []);
  const competent = nearby.length > 0;
  const found = competent ? nearby : (all?.agencies.nodes ?? []);
  const options = found.map(({ id, kind, organization }) => ({
    value: id,
    label: `${localName(organization)} · ${t(`kinds.${kind}`)}`,
  }));
  return { options, onSearch, competent };
}
