import { Text, Textarea } from '@mantine/core';
import type { TypedDocumentNode } from '@urql/core';
import { useTranslation } from 'react-i18next';
import { operationOf } from '@/lib/documents';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import type { ReferralDialogProps } from './referral-dialogs';

type NoteVariables = { input: { id: string; expectedVersion: number; note: string } };

interface NoteDialogProps<Data> extends ReferralDialogProps {
  document: TypedDocumentNode<Data, NoteVariables>;
  action: 'REQUEST_INFORMATION' | 'ANSWER_INFORMATION' | 'EXTEND_DECISION';
}

/** A step that is made with words to the other side. */
export function NoteDialog<Data extends Record<string, unknown>>(props: NoteDialogProps<Data>) {
  const { referral, document, action, onClose, onStale } = props;
  const { t } = useTranslation('referrals');
  const command = useCommandForm({
    document,
    initialValues: { note: '' },
    draft: `${operationOf(document)}-${referral.id}`,
    variables: ({ note }) => ({ input: { id: referral.id, expectedVersion: referral.version, note: note.trim() } }),
    validate: ({ note }) => (note.trim() ? {} : { note: t('form.noteNeeded') }),
    onDone: () => {
      void notify(t(`done.${action}`));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t(`actions.${action}`)}
      submitLabel={t(`submit.${action}`)}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t(`texts.${action}`)}</Text>
      <Textarea
        label={t(`notes.${action}`)}
        required
        autosize
        minRows={3}
        maxLength={2000}
        {...command.form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
