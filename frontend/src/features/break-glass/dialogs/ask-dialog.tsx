import { Alert, Textarea, TextInput } from '@mantine/core';
import { IconUrgent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePersonDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import type { Role } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import { type AskValues, askInput, faultsIn, LONGEST_REASON, MOST_HOURS, SHORTEST_REASON } from '../ask-form';

const AskBreakGlass = graphql(`
  mutation AskBreakGlass($input: AskBreakGlassInput!) {
    askBreakGlass(input: $input) {
      request {
        ...BreakGlassDetail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Who reads leads and is not of the secretariat; the server decides. */
const READERS: Role[] = ['MA', 'MI', 'MC', 'LE', 'AU'];

const INITIAL: AskValues = { reference: '', personId: null, hours: '24', reason: '' };

interface AskDialogProps {
  onClose: () => void;
  onAsked: (id: string) => void;
}

/** Asks that a lead be opened past its owner: says before anything is sent who will be told of it. */
export default function AskDialog({ onClose, onAsked }: AskDialogProps) {
  const { t } = useTranslation('breakGlass');
  const people = usePersonDirectory(READERS);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AskBreakGlass,
    initialValues: INITIAL,
    draft: 'ask-break-glass',
    undrafted: ['personId'],
    variables: (values) => ({ input: { idempotencyKey: idempotencyKey.current, ...askInput(values) } }),
    validate: (values) => {
      const wrong = faultsIn(values);
      return {
        ...(wrong.reference ? { reference: t('ask.referenceNeeded') } : {}),
        ...(wrong.personId ? { personId: t('ask.personNeeded') } : {}),
        ...(wrong.hours ? { hours: t('ask.hoursNeeded', { most: MOST_HOURS }) } : {}),
        ...(wrong.reason ? { reason: t('ask.reasonNeeded', { least: SHORTEST_REASON }) } : {}),
      };
    },
    onDone: ({ request }) => {
      renewKey();
      void notify(t('done.ASK'));
      onClose();
      if (request) onAsked(request.id);
    },
    // A corrected form is another request; only an unanswered one may be sent again under the same key.
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog title={t('ask.title')} submitLabel={t('ask.submit')} command={command} onClose={onClose} size="lg">
      <Alert color="yellow" variant="light" icon={<IconUrgent size={16} />} title={t('ask.toldTitle')}>
        {t('ask.told')}
      </Alert>
      <TextInput
        label={t('fields.reference')}
        description={t('ask.referenceHint')}
        placeholder="LD-26-7K3QX2"
        required
        {...form.getInputProps('reference')}
      />
      <RemoteSelect
        label={t('fields.person')}
        description={t('ask.personHint')}
        placeholder={t('ask.personSearch')}
        required
        clearable
        {...people}
        {...form.getInputProps('personId')}
      />
      <TextInput
        label={t('fields.hours')}
        description={t('ask.hoursHint', { most: MOST_HOURS })}
        styles={{ wrapper: { maxWidth: 120 } }}
        inputMode="numeric"
        maxLength={2}
        required
        {...form.getInputProps('hours')}
      />
      <Textarea
        label={t('fields.reason')}
        description={t('ask.reasonHint', { least: SHORTEST_REASON })}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={LONGEST_REASON}
        {...form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
