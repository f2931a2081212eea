import { Checkbox, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SavedViewContentInput, SavedViewFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const CreateSavedView = graphql(`
  mutation CreateSavedView($input: CreateSavedViewInput!) {
    createSavedView(input: $input) {
      view {
        ...SavedView
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const UpdateSavedView = graphql(`
  mutation UpdateSavedView($input: UpdateSavedViewInput!) {
    updateSavedView(input: $input) {
      view {
        ...SavedView
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface SaveViewDialogProps {
  /** What the list shows now. */
  content: SavedViewContentInput;
  /** The view to change; a new one without. */
  view?: SavedViewFragment;
  onClose: () => void;
  onSaved: (view: SavedViewFragment) => void;
}

export default function SaveViewDialog(props: SaveViewDialogProps) {
  return props.view ? <ChangeView {...props} view={props.view} /> : <NewView {...props} />;
}

function NewView({ content, onClose, onSaved }: SaveViewDialogProps) {
  const { t } = useTranslation('views');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: CreateSavedView,
    initialValues: { name: '', shared: false },
    variables: ({ name, shared }) => ({
      input: { idempotencyKey: idempotencyKey.current, name: name.trim(), shared, view: content },
    }),
    validate: ({ name }) => (name.trim() ? {} : { name: t('nameNeeded') }),
    onDone: ({ view }) => {
      renewKey();
      void notify(t('done.save'));
      onClose();
      if (view) onSaved(view);
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  return (
    <CommandDialog title={t('save')} submitLabel={t('saveIt')} command={command} onClose={onClose}>
      <TextInput label={t('name')} required maxLength={60} {...command.form.getInputProps('name')} />
      <Checkbox
        label={t('share')}
        description={t('shareHint')}
        {...command.form.getInputProps('shared', { type: 'checkbox' })}
      />
    </CommandDialog>
  );
}

function ChangeView({ content, view, onClose, onSaved }: SaveViewDialogProps & { view: SavedViewFragment }) {
  const { t } = useTranslation('views');
  const command = useCommandForm({
    document: UpdateSavedView,
    initialValues: { name: view.name, shared: view.shared },
    variables: ({ name, shared }) => ({
      input: { id: view.id, expectedVersion: view.version, name: name.trim(), shared, view: content },
    }),
    validate: ({ name }) => (name.trim() ? {} : { name: t('nameNeeded') }),
    onDone: ({ view: changed }) => {
      void notify(t('done.change'));
      onClose();
      if (changed) onSaved(changed);
    },
  });
  return (
    <CommandDialog title={t('change')} submitLabel={t('saveIt')} command={command} onClose={onClose}>
      <Text size="sm" c="dimmed">
        {t('changeText')}
      </Text>
      <TextInput label={t('name')} required maxLength={60} {...command.form.getInputProps('name')} />
      <Checkbox
        label={t('share')}
        description={t('shareHint')}
        {...command.form.getInputProps('shared', { type: 'checkbox' })}
      />
    </CommandDialog>
  );
}
