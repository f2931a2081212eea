import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SecretOnce } from '@/features/partners/secret-once';
import { graphql } from '@/gql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { EndpointDialogProps } from '../endpoint-dialogs';

const RotateWebhookSecret = graphql(`
  mutation RotateWebhookSecret($input: RotateWebhookSecretInput!) {
    rotateWebhookSecret(input: $input) {
      endpoint {
        ...WebhookEndpointPage
      }
      secret
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const USUAL_HOURS = 24;
const MOST_HOURS = 168;

interface Overlap extends Record<string, unknown> {
  overlapHours: number | string;
}

/** A new secret; for some hours messages are signed with the old one too, so that nothing is refused meanwhile. */
export default function RotateSecretDialog({ endpoint, onClose, onStale }: EndpointDialogProps) {
  const { t } = useTranslation('webhooks');
  const [secret, setSecret] = useState<string | null>(null);
  const initialValues: Overlap = { overlapHours: USUAL_HOURS };
  const command = useCommandForm({
    document: RotateWebhookSecret,
    initialValues,
    variables: ({ overlapHours }) => ({
      input: { id: endpoint.id, expectedVersion: endpoint.version, overlapHours: Number(overlapHours) },
    }),
    validate: ({ overlapHours }) =>
      typeof overlapHours === 'number' && overlapHours >= 0 && overlapHours <= MOST_HOURS
        ? {}
        : { overlapHours: t('rotate.hoursNeeded', { most: MOST_HOURS }) },
    onDone: (rotated) => {
      if (rotated.secret) return setSecret(rotated.secret);
      void notify(t('done.ROTATE'));
      onClose();
    },
    onStale,
  });
  if (secret) {
    return (
      <SecretOnce
        title={t('secret.title')}
        text={t('secret.text')}
        values={[{ label: t('secret.label'), value: secret }]}
        onDone={onClose}
      />
    );
  }
  return (
    <CommandDialog title={t('titles.ROTATE')} submitLabel={t('actions.ROTATE')} command={command} onClose={onClose}>
      <Text size="sm">{t('rotate.text')}</Text>
      <NumberInput
        label={t('rotate.hours')}
        description={t('rotate.hoursHint')}
        required
        allowDecimal={false}
        min={0}
        max={MOST_HOURS}
        {...command.form.getInputProps('overlapHours')}
      />
    </CommandDialog>
  );
}
