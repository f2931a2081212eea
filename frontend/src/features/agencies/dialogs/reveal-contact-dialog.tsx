import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { RevealContactPointMutation } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ContactDialogProps } from '../agency-contacts';
import { PurposeField, type PurposeValues, Revealed } from '../revealed';

const RevealContactPoint = graphql(`
  mutation RevealContactPoint($input: RevealContactPointInput!) {
    revealContactPoint(input: $input) {
      contactPoint {
        email
        phone
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Shown = NonNullable<RevealContactPointMutation['revealContactPoint']['contactPoint']>;

const NO_PURPOSE: PurposeValues = { purpose: null };

export default function RevealContactDialog({ contact, onClose, onStale }: ContactDialogProps) {
  const { t } = useTranslation('agencies');
  const [shown, setShown] = useState<Shown | null>(null);
  const command = useCommandForm({
    document: RevealContactPoint,
    initialValues: NO_PURPOSE,
    variables: ({ purpose }) => ({ input: { id: contact.id, purpose: purpose ?? 'INQUIRY' } }),
    validate: ({ purpose }) => (purpose ? {} : { purpose: t('reveal.needed') }),
    onDone: ({ contactPoint }) => setShown(contactPoint ?? null),
    onStale,
  });
  const title = t('reveal.title', { name: contact.label });
  if (shown) return <Revealed title={title} purpose={command.form.values.purpose} {...shown} onClose={onClose} />;
  return (
    <CommandDialog title={title} submitLabel={t('reveal.submit')} command={command} onClose={onClose}>
      <PurposeField form={command.form} />
    </CommandDialog>
  );
}
