import { Text, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SupplyRole } from '@/gql/graphql';
import { lastDayOf } from '@/lib/day';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { PersonalFields, usePersonalFaults } from '../personal-fields';
import type { SubjectDialogProps } from '../subject-dialogs';
import { NO_PERSONAL_DATA, type PersonalValues, personalInput } from '../subject-form';
import { RoleSelect } from './add-subject-dialog';

const ChangeSubject = graphql(`
  mutation ChangeSubject($input: ChangeSubjectInput!) {
    changeSubject(input: $input) {
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

interface ChangeValues extends Record<string, unknown> {
  name: string;
  role: SupplyRole | null;
  detail: string;
  personalData: PersonalValues;
}

/** Changes what a lead says of a subject. A person's name and detail are not known here, so they start empty. */
export default function ChangeSubjectDialog({ subject, onClose, onStale }: SubjectDialogProps) {
  const { t } = useTranslation('subjects');
  const { id, version, isMasked, personalData } = subject;
  const kept = personalData?.retainUntil;
  const personalFaults = usePersonalFaults();
  const command = useCommandForm({
    document: ChangeSubject,
    initialValues: {
      name: isMasked ? '' : subject.name,
      role: subject.role ?? null,
      detail: isMasked ? '' : (subject.detail ?? ''),
      personalData: personalData
        ? { ...personalData, retainUntil: lastDayOf(personalData.retainUntil) }
        : NO_PERSONAL_DATA,
    } as ChangeValues,
    variables: ({ name, role, detail, personalData: data }) => ({
      input: {
        id,
        expectedVersion: version,
        name: name.trim() || undefined,
        role,
        detail: isMasked ? detail.trim() || undefined : detail.trim(),
        personalData: isMasked ? personalInput(data, kept) : undefined,
      },
    }),
    validate: ({ name, personalData: data }) => ({
      ...(isMasked || name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(isMasked ? personalFaults(data) : {}),
    }),
    onDone: () => {
      void notify(t('done.CHANGE'));
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('form.changeTitle', { name: subject.name })}
      submitLabel={t('actions.CHANGE')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      {isMasked ? <Text size="sm">{t('form.personChangeHint')}</Text> : null}
      <TextInput
        label={t('fields.name')}
        required={!isMasked}
        maxLength={200}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <RoleSelect {...form.getInputProps('role')} />
      <Textarea
        label={t('fields.detail')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        {...form.getInputProps('detail')}
      />
      {isMasked ? <PersonalFields form={form} /> : null}
    </CommandDialog>
  );
}
