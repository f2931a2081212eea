import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { LeadDialogProps } from '../lead-dialogs';
import type { Opening } from '../lead-grants';

const RevokeLeadGrant = graphql(`
  mutation RevokeLeadGrant($input: RevokeLeadGrantInput!) {
    revokeLeadGrant(input: $input) {
      lead {
        ...LeadPage
        audience {
          community
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RevokeDialogProps extends LeadDialogProps {
  opening: Opening;
}

export default function RevokeDialog({ lead, opening, onClose, onStale }: RevokeDialogProps) {
  const { t } = useTranslation('leads');
  const { labelled } = useFormats();
  const grantId = 'grantId' in opening ? opening.grantId : null;
  const command = useCommandForm({
    document: RevokeLeadGrant,
    initialValues: { reason: '' },
    draft: `revoke-${lead.id}-${grantId ?? 'community'}`,
    variables: ({ reason }) => ({
      input: {
        id: lead.id,
        expectedVersion: lead.version,
        opening: grantId ? { grantId } : { community: true },
        reason: reason.trim(),
      },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('reasonNeeded') }),
    onDone: () => {
      void notify(t('done.REVOKE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={labelled(t('actions.REVOKE'), opening.name)}
      submitLabel={t('actions.REVOKE')}
      command={command}
      onClose={onClose}
      danger
    >
      <Text size="sm">{t('revoke.text')}</Text>
      <Textarea
        label={t('fields.reason')}
        description={t('revoke.reasonHint')}
        required
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
