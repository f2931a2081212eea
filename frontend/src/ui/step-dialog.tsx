import { Checkbox, Text, Textarea } from '@mantine/core';
import type { TypedDocumentNode } from '@urql/core';
import { useTranslation } from 'react-i18next';
import type { PayloadOf } from '@/lib/command';
import { operationOf } from '@/lib/documents';
import { CommandDialog } from './command-dialog';
import { useCommandForm } from './command-form';

/** What the mutation of a step takes; those without a reason get none. */
export type StepVariables = { input: { id: string; expectedVersion: number; reason: string } };

interface StepDialogProps<Data> {
  document: TypedDocumentNode<Data, StepVariables>;
  target: { id: string; version: number };
  title: string;
  submitLabel: string;
  /** What happens then, and to whom. */
  text: string;
  reason: 'required' | 'optional' | 'none';
  /** To be ticked before a step that cannot be undone. */
  confirmation?: string;
  danger?: boolean;
  onDone: (payload: PayloadOf<Data>) => void;
  onClose: () => void;
  onStale: () => void;
}

/** Every step of an object that needs no more than a reason: says what it does, then does it. */
export function StepDialog<Data extends Record<string, unknown>>(props: StepDialogProps<Data>) {
  const { t } = useTranslation();
  const { document, target, title, submitLabel, text, reason, confirmation, danger, onDone, onClose, onStale } = props;
  const command = useCommandForm({
    document,
    initialValues: { reason: '', confirmed: false },
    variables: (values) => ({ input: stepInput(target, reason, values.reason) }),
    validate: (values) => ({
      ...(reason === 'required' && !values.reason.trim() ? { reason: t('step.reasonNeeded') } : {}),
      ...(confirmation && !values.confirmed ? { confirmed: t('step.confirmationNeeded') } : {}),
    }),
    onDone,
    onStale,
    draft: `${operationOf(document)}-${target.id}`,
    undrafted: ['confirmed'],
  });
  const { form } = command;
  return (
    <CommandDialog title={title} submitLabel={submitLabel} command={command} onClose={onClose} danger={danger}>
      <Text size="sm">{text}</Text>
      {reason === 'none' ? null : (
        <Textarea
          label={t('step.reason')}
          description={t('step.reasonHint')}
          required={reason === 'required'}
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('reason')}
        />
      )}
      {confirmation ? (
        <Checkbox label={confirmation} {...form.getInputProps('confirmed', { type: 'checkbox' })} />
      ) : null}
    </CommandDialog>
  );
}

function stepInput({ id, version }: { id: string; version: number }, kind: string, reason: string) {
  const input = { id, expectedVersion: version };
  const written = reason.trim();
  // A step without a reason has no such field, so it must not be sent at all.
  return (kind === 'none' || !written ? input : { ...input, reason: written }) as StepVariables['input'];
}
