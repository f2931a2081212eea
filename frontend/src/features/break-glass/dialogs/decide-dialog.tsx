import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import classes from '../break-glass.module.css';
import type { BreakGlassDialogProps } from '../break-glass-dialogs';

const DecideBreakGlass = graphql(`
  mutation DecideBreakGlass($input: DecideBreakGlassInput!) {
    decideBreakGlass(input: $input) {
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

interface DecideDialogProps extends BreakGlassDialogProps {
  decision: 'APPROVE' | 'DECLINE';
}

const HOUR_MS = 3_600_000;

/** The second pair of eyes: what happens then, to whom, and who is told, stands above the button. */
export default function DecideDialog({ request, decision, onClose, onStale }: DecideDialogProps) {
  const { t } = useTranslation('breakGlass');
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { id, version, reference, person, askedBy, hours, reason } = request;
  const approve = decision === 'APPROVE';
  const command = useCommandForm({
    document: DecideBreakGlass,
    initialValues: { note: '' },
    draft: `decide-break-glass-${id}`,
    variables: ({ note }) => ({
      input: { id, expectedVersion: version, approve, note: note.trim() || undefined },
    }),
    onDone: () => {
      void notify(t(`done.${decision}`));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t(`titles.${decision}`)}
      submitLabel={t(`actions.${decision}`)}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <blockquote className={classes.quote}>
        <div className={classes.dimmed}>{t('decide.asks', { name: askedBy.name })}</div>
        {reason}
      </blockquote>
      {approve ? (
        <>
          <Text size="sm" fw={500}>
            {t('decide.opens', {
              reference,
              person: person.name,
              organization: localName(person.organization),
              until: dateTime(new Date(Date.now() + hours * HOUR_MS).toISOString()),
            })}
          </Text>
          <Text size="sm">{t('decide.told')}</Text>
        </>
      ) : (
        <Text size="sm">{t('decide.declines', { reference, name: askedBy.name })}</Text>
      )}
      <Text size="sm" c="dimmed">
        {t('decide.silent')}
      </Text>
      <Textarea
        label={t('fields.note')}
        description={t('decide.noteHint')}
        autosize
        minRows={2}
        maxLength={2000}
        {...command.form.getInputProps('note')}
      />
    </CommandDialog>
  );
}
