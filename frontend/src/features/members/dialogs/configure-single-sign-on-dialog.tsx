import { PasswordInput, Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrganizationSingleSignOnFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const ConfigureSingleSignOn = graphql(`
  mutation ConfigureSingleSignOn($input: ConfigureSingleSignOnInput!) {
    configureSingleSignOn(input: $input) {
      organization {
        ...OrganizationSingleSignOn
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ConfigureSingleSignOnDialogProps {
  organization: OrganizationSingleSignOnFragment;
  onClose: () => void;
  onChanged: () => void;
}

export default function ConfigureSingleSignOnDialog(props: ConfigureSingleSignOnDialogProps) {
  const { organization, onClose, onChanged } = props;
  const { t } = useTranslation(['members', 'common']);
  const present = organization.singleSignOn;
  const command = useCommandForm({
    document: ConfigureSingleSignOn,
    initialValues: {
      issuer: present?.issuer ?? '',
      clientId: present?.clientId ?? '',
      clientSecret: '',
      domains: present?.domains.join('\n') ?? '',
    },
    variables: ({ clientSecret, domains, ...values }) => ({
      input: {
        organization: organization.id,
        expectedVersion: present?.version,
        clientSecret: clientSecret || undefined,
        domains: domains.split(/[\s,]+/).filter(Boolean),
        ...values,
      },
    }),
    onDone: () => {
      void notify(t('common:saved'));
      onClose();
      onChanged();
    },
    onStale: onChanged,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('singleSignOn.title')}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <TextInput
        label={t('singleSignOn.issuer')}
        description={t('singleSignOn.issuerHint')}
        type="url"
        required
        {...form.getInputProps('issuer')}
      />
      <TextInput label={t('singleSignOn.clientId')} required {...form.getInputProps('clientId')} />
      <PasswordInput
        label={t('singleSignOn.clientSecret')}
        description={t(present ? 'singleSignOn.secretKept' : 'singleSignOn.secretHint')}
        autoComplete="off"
        required={!present}
        {...form.getInputProps('clientSecret')}
      />
      <Textarea
        label={t('singleSignOn.domains')}
        description={t('singleSignOn.domainsHint')}
        autosize
        minRows={2}
        required
        {...form.getInputProps('domains')}
      />
      <Text size="sm" c="dimmed">
        {t('singleSignOn.redirectHint')} {present?.redirectUri ?? `${location.origin}/sso/callback`}
      </Text>
    </CommandDialog>
  );
}
