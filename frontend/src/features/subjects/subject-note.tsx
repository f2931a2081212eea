import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SubjectPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { useViewer } from '@/lib/viewer';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import classes from './subjects.module.css';

graphql(`
  fragment SubjectNote on Subject {
    id
    note {
      body
      writtenAt
      version
      writtenBy {
        id
        name
      }
    }
  }
`);

const AnnotateSubject = graphql(`
  mutation AnnotateSubject($input: AnnotateSubjectInput!) {
    annotateSubject(input: $input) {
      subject {
        ...SubjectPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface SubjectNoteProps {
  subject: SubjectPageFragment;
  onStale: () => void;
}

/** What the own organisation notes for itself; nothing for those who may neither write nor have something to read. */
export function SubjectNote({ subject, onStale }: SubjectNoteProps) {
  const { t } = useTranslation('subjects');
  const localName = useLocalName();
  const { organization } = useViewer();
  const { moment } = useFormats();
  const { note } = subject;
  const writes = subject.allowedActions.includes('ANNOTATE');
  if (!writes && !note) return null;
  return (
    <Section title={t('note.section', { organization: localName(organization) })}>
      <Text size="sm" c="dimmed" mb={6}>
        <IconLock size={13} aria-hidden className={classes.lock} /> {t('note.hint')}
        {note ? ` ${t('note.by', { name: note.writtenBy.name, at: moment(note.writtenAt) })}` : null}
      </Text>
      {writes ? <NoteForm subject={subject} onStale={onStale} /> : <p className={classes.text}>{note?.body}</p>}
    </Section>
  );
}

/** What was typed stays when somebody else was faster; what they wrote is taken in where nothing was typed. */
function NoteForm({ subject, onStale }: SubjectNoteProps) {
  const { t } = useTranslation('subjects');
  const { note } = subject;
  const command = useCommandForm({
    document: AnnotateSubject,
    initialValues: { body: note?.body ?? '' },
    variables: ({ body }) => ({
      input: { id: subject.id, expectedVersion: note?.version ?? 0, body: body.trim() },
    }),
    onDone: () => {
      command.form.resetDirty();
      void notify(t('done.NOTE'));
    },
    onStale,
  });
  const { form } = command;
  const body = note?.body ?? '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: taken in once for each text that comes
  useEffect(() => {
    if (form.isDirty()) return;
    form.setInitialValues({ body });
    form.setValues({ body });
  }, [body]);
  return (
    <form onSubmit={command.submit} noValidate aria-label={t('note.label')}>
      <FailureNote message={command.message} />
      <Textarea
        aria-label={t('note.label')}
        autosize
        minRows={2}
        maxRows={14}
        maxLength={5000}
        {...form.getInputProps('body')}
      />
      <Group justify="flex-end" mt={8}>
        <Button type="submit" variant="default" loading={command.running} disabled={!form.isDirty()}>
          {t('note.save')}
        </Button>
      </Group>
    </form>
  );
}
