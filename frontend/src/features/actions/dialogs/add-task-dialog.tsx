import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ActionDialogProps } from '../action-dialogs';

const AddActionTask = graphql(`
  mutation AddActionTask($input: AddActionTaskInput!) {
    addActionTask(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

export default function AddTaskDialog({ action, onClose, onStale }: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AddActionTask,
    initialValues: { title: '', assigneeId: null as string | null, dueAt: '' },
    draft: `add-task-${action.id}`,
    variables: ({ title, assigneeId, dueAt }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        actionId: action.id,
        title: title.trim(),
        assigneeId: assigneeId ?? undefined,
        dueAt: dueAt ? new Date(dueAt).toISOString() : undefined,
      },
    }),
    validate: ({ title }) => (title.trim() ? {} : { title: t('form.titleNeeded') }),
    onDone: () => {
      renewKey();
      onClose();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.ADD_TASK')} submitLabel={t('form.add')} command={command} onClose={onClose}>
      <TextInput label={t('fields.task')} required maxLength={200} {...form.getInputProps('title')} />
      <Select
        label={t('fields.assignee')}
        clearable
        data={action.team.map(({ person }) => ({ value: person.id, label: person.name }))}
        {...form.getInputProps('assigneeId')}
      />
      <TextInput type="datetime-local" label={t('fields.dueAt')} {...form.getInputProps('dueAt')} />
    </CommandDialog>
  );
}
