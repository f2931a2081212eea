import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const EnforceSingleSignOn = graphql(`
  mutation EnforceSingleSignOn($input: EnforceSingleSignOnInput!) {
    enforceSingleSignOn(input: $input) {
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

const RemoveSingleSignOn = graphql(`
  mutation RemoveSingleSignOn($input: RemoveSingleSignOnInput!) {
    removeSingleSignOn(input: $input) {
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

/** What changes how an organisation's people get in. */
export type SingleSignOnStep = 'enforce' | 'release' | 'remove';

interface StepDialogProps {
  step: SingleSignOnStep;
  organization: string;
  version: number;
  onClose: () => void;
  onChanged: () => void;
}

export default function SingleSignOnStepDialog(props: StepDialogProps) {
  return props.step === 'remove' ? <RemoveDialog {...props} /> : <EnforceDialog {...props} />;
}

function EnforceDialog({ step, organization, version, onClose, onChanged }: StepDialogProps) {
  const { t } = useTranslation(['members', 'common']);
  const command = useCommandForm({
    document: EnforceSingleSignOn,
    initialValues: {},
    variables: () => ({ input: { organization, expectedVersion: version, enforced: step === 'enforce' } }),
    onDone: () => {
      void notify(t('common:saved'));
      onClose();
      onChanged();
    },
    onStale: onChanged,
  });
  return (
    <CommandDialog
      title={t(`singleSignOn.${step}`)}
      submitLabel={t(`singleSignOn.${step}`)}
      danger={step === 'enforce'}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t(`singleSignOn.${step}Text`)}</Text>
    </CommandDialog>
  );
}

function RemoveDialog({ organization, version, onClose, onChanged }: StepDialogProps) {
  const { t } = useTranslation('members');
  const command = useCommandForm({
    document: RemoveSingleSignOn,
    initialValues: {},
    variables: () => ({ input: { organization, expectedVersion: version } }),
    onDone: () => {
      void notify(t('singleSignOn.removed'));
      onClose();
      onChanged();
    },
    onStale: onChanged,
  });
  return (
    <CommandDialog
      title={t('singleSignOn.remove')}
      submitLabel={t('singleSignOn.remove')}
      danger
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('singleSignOn.removeText')}</Text>
    </CommandDialog>
  );
}
