import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { PersonalDataPurpose, type RevealSuspectMutation } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { Suspect } from '../action-suspects';
import classes from '../actions.module.css';

const RevealSuspect = graphql(`
  mutation RevealSuspect($input: RevealSuspectInput!) {
    revealSuspect(input: $input) {
      suspect {
        name
        aliases
        identifiers
        detail
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Revealed = NonNullable<RevealSuspectMutation['revealSuspect']['suspect']>;

interface RevealSuspectDialogProps {
  suspect: Suspect;
  onClose: () => void;
  onStale: () => void;
}

/** Who a suspect is, for a purpose that is logged. What is shown lives in this dialog only and goes with it. */
export default function RevealSuspectDialog({ suspect, onClose, onStale }: RevealSuspectDialogProps) {
  const { t } = useTranslation(['actions', 'subjects']);
  const [shown, setShown] = useState<Revealed | null>(null);
  const command = useCommandForm({
    document: RevealSuspect,
    initialValues: { purpose: null } as { purpose: PersonalDataPurpose | null },
    variables: ({ purpose }) => ({ input: { suspectId: suspect.id, purpose: purpose ?? 'INVESTIGATION' } }),
    validate: ({ purpose }) => (purpose ? {} : { purpose: t('subjects:reveal.needed') }),
    onDone: ({ suspect: found }) => setShown(found ?? null),
    onStale,
  });
  const title = t('subjects:reveal.title', { name: suspect.maskedName ?? '–' });
  if (shown) return <Shown title={title} suspect={shown} purpose={command.form.values.purpose} onClose={onClose} />;
  return (
    <CommandDialog title={title} submitLabel={t('subjects:reveal.submit')} command={command} onClose={onClose}>
      <Text size="sm">{t('subjects:reveal.text')}</Text>
      <Select
        label={t('subjects:fields.purpose')}
        required
        data={Object.values(PersonalDataPurpose).map((value) => ({ value, label: t(`subjects:purposes.${value}`) }))}
        {...command.form.getInputProps('purpose')}
      />
    </CommandDialog>
  );
}

interface ShownProps {
  title: string;
  suspect: Revealed;
  purpose: PersonalDataPurpose | null;
  onClose: () => void;
}

function Shown({ title, suspect, purpose, onClose }: ShownProps) {
  const { t } = useTranslation(['actions', 'subjects', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  const { name, aliases, identifiers, detail } = suspect;
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
            {t('subjects:reveal.shown', { purpose: t(`subjects:purposes.${purpose}`) })}
          </Text>
        ) : null}
        <dl className={classes.clear}>
          <dt>{t('fields.name')}</dt>
          <dd>{name}</dd>
          {aliases ? (
            <>
              <dt>{t('fields.aliases')}</dt>
              <dd>{aliases}</dd>
            </>
          ) : null}
          {identifiers.length > 0 ? (
            <>
              <dt>{t('subjects:fields.identifiers')}</dt>
              {identifiers.map((identifier) => (
                <dd key={identifier} style={{ gridColumn: 2 }}>
                  {identifier}
                </dd>
              ))}
            </>
          ) : null}
          {detail ? (
            <>
              <dt>{t('fields.detail')}</dt>
              <dd>{detail}</dd>
            </>
          ) : null}
        </dl>
        <Group justify="flex-end">
          <Button size="sm" onClick={onClose}>
            {t('subjects:reveal.close')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
