import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { PersonalDataPurpose, type RevealPersonalDataMutation } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { IdentifierChip } from '../identifier-chips';
import type { SubjectDialogProps } from '../subject-dialogs';
import classes from '../subjects.module.css';

// Without the ids of the identifiers: by them the clear values would take the place of the masked ones in the cache.
const RevealPersonalData = graphql(`
  mutation RevealPersonalData($input: RevealPersonalDataInput!) {
    revealPersonalData(input: $input) {
      person {
        name
        detail
        identifiers {
          kind
          value
          isMasked
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Revealed = NonNullable<RevealPersonalDataMutation['revealPersonalData']['person']>;

/** A person in clear, for a purpose that is logged. What is shown lives in this dialog only and goes with it. */
export default function RevealDialog({ subject, onClose, onStale }: SubjectDialogProps) {
  const { t } = useTranslation('subjects');
  const [person, setPerson] = useState<Revealed | null>(null);
  const command = useCommandForm({
    document: RevealPersonalData,
    initialValues: { purpose: null } as { purpose: PersonalDataPurpose | null },
    variables: ({ purpose }) => ({ input: { subjectId: subject.id, purpose: purpose ?? 'INVESTIGATION' } }),
    validate: ({ purpose }) => (purpose ? {} : { purpose: t('reveal.needed') }),
    onDone: ({ person: shown }) => setPerson(shown ?? null),
    onStale,
  });
  const { purpose } = command.form.values;
  const title = t('reveal.title', { name: subject.name });
  if (person) return <Shown title={title} person={person} purpose={purpose} onClose={onClose} />;
  return (
    <CommandDialog title={title} submitLabel={t('reveal.submit')} command={command} onClose={onClose}>
      <Text size="sm">{t('reveal.text')}</Text>
      <Select
        label={t('fields.purpose')}
        required
        data={Object.values(PersonalDataPurpose).map((value) => ({ value, label: t(`purposes.${value}`) }))}
        {...command.form.getInputProps('purpose')}
      />
    </CommandDialog>
  );
}

interface ShownProps {
  title: string;
  person: Revealed;
  purpose: PersonalDataPurpose | null;
  onClose: () => void;
}

function Shown({ title, person, purpose, onClose }: ShownProps) {
  const { t } = useTranslation(['subjects', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        {purpose ? (
          <Text size="sm" c="dimmed">
            {t('reveal.shown', { purpose: t(`purposes.${purpose}`) })}
          </Text>
        ) : null}
        <dl className={classes.clear}>
          <dt>{t('fields.name')}</dt>
          <dd>{person.name}</dd>
          {person.detail ? (
            <>
              <dt>{t('fields.detail')}</dt>
              <dd>{person.detail}</dd>
            </>
          ) : null}
          {person.identifiers.length > 0 ? (
            <>
              <dt>{t('fields.identifiers')}</dt>
              <dd>
                <ul className={classes.chips}>
                  {person.identifiers.map((identifier) => (
                    <li key={`${identifier.kind}${identifier.value}`}>
                      <IdentifierChip identifier={identifier} />
                    </li>
                  ))}
                </ul>
              </dd>
            </>
          ) : null}
        </dl>
        <Group justify="flex-end">
          <Button size="sm" onClick={onClose}>
            {t('reveal.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
