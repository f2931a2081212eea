import { Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { OfflineActionKind } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ActionDialogProps } from '../action-dialogs';
import { isWindowWrong, WindowFields, windowInput } from '../window-fields';

const ChangeOfflineAction = graphql(`
  mutation ChangeOfflineAction($input: ChangeOfflineActionInput!) {
    changeOfflineAction(input: $input) {
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

export default function ChangeDialog({ action, onClose, onStale }: ActionDialogProps) {
  const { t } = useTranslation('actions');
  const { window } = action;
  const command = useCommandForm({
    document: ChangeOfflineAction,
    initialValues: {
      title: action.title,
      kind: action.kind,
      riskNotes: action.riskNotes ?? '',
      startsLocal: window?.startsLocal.slice(0, 16) ?? '',
      endsLocal: window?.endsLocal.slice(0, 16) ?? '',
      timeZone: window?.timeZone ?? 'Asia/Shanghai',
    },
    draft: `change-action-${action.id}`,
    variables: ({ title, kind, riskNotes, ...when }) => ({
      input: {
        id: action.id,
        expectedVersion: action.version,
        title: title.trim(),
        kind,
        riskNotes: riskNotes.trim(),
        window: windowInput(when),
      },
    }),
    validate: (values) => ({
      ...(values.title.trim() ? {} : { title: t('form.titleNeeded') }),
      ...(isWindowWrong(values) ? { endsLocal: t('form.windowWrong') } : {}),
    }),
    onDone: onClose,
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog title={t('steps.CHANGE')} submitLabel={t('form.save')} command={command} onClose={onClose} size="lg">
      <TextInput label={t('fields.title')} required maxLength={200} {...form.getInputProps('title')} />
      <Select
        label={t('fields.kind')}
        allowDeselect={false}
        data={Object.values(OfflineActionKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <WindowFields field={(name) => form.getInputProps(name)} timeZone={form.values.timeZone} />
      <Textarea
        label={t('fields.riskNotes')}
        autosize
        minRows={2}
        maxLength={5000}
        {...form.getInputProps('riskNotes')}
      />
    </CommandDialog>
  );
}
