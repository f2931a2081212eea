import { Group, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LeadDialogProps } from '@/features/leads/lead-dialogs';
import { graphql } from '@/gql';
import { SubjectKind, SupplyRole } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { IdentifierFields, sendingFilled } from '../identifier-fields';
import { PersonalFields, usePersonalFaults } from '../personal-fields';
import {
  emptyIdentifier,
  fits,
  type IdentifierValues,
  identifierInputs,
  NO_PERSONAL_DATA,
  type PersonalValues,
  personalInput,
} from '../subject-form';

const AddSubject = graphql(`
  mutation AddSubject($input: AddSubjectInput!) {
    addSubject(input: $input) {
      subject {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface AddValues extends Record<string, unknown> {
  kind: SubjectKind;
  name: string;
  role: SupplyRole | null;
  detail: string;
  personalData: PersonalValues;
  identifiers: IdentifierValues[];
}

/** Names somebody or something in a lead. Not kept as a draft: it may name people. */
export default function AddSubjectDialog({ lead, onClose, onStale }: LeadDialogProps) {
  const { t } = useTranslation('subjects');
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const personalFaults = usePersonalFaults();
  const command = useCommandForm({
    document: AddSubject,
    initialValues: {
      kind: 'COMPANY',
      name: '',
      role: null,
      detail: '',
      personalData: NO_PERSONAL_DATA,
      identifiers: [emptyIdentifier()],
    } as AddValues,
    variables: ({ kind, name, role, detail, personalData, identifiers }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        leadId: lead.id,
        kind,
        name: name.trim(),
        role,
        detail: detail.trim() || undefined,
        personalData: kind === 'PERSON' ? personalInput(personalData) : undefined,
        identifiers: identifierInputs(identifiers),
      },
    }),
    validate: ({ kind, name, personalData }) => ({
      ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
      ...(kind === 'PERSON' ? personalFaults(personalData) : {}),
    }),
    onDone: ({ subject }) => {
      renewKey();
      void notify(t(subject ? 'done.ADD' : 'done.addedUnseen'));
      onClose();
      onStale();
    },
    onStale,
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  const { kind, identifiers } = form.values;
  const choose = (next: SubjectKind) => {
    form.setFieldValue('kind', next);
    const kept = identifiers.filter((row) => fits(next, row.kind));
    if (kept.length < identifiers.length) form.setFieldValue('identifiers', kept);
  };
  return (
    <CommandDialog
      title={t('form.title', { reference: lead.reference })}
      submitLabel={t('actions.ADD')}
      command={sendingFilled(command)}
      onClose={onClose}
      size="lg"
    >
      <Group grow align="flex-start">
        <Select
          label={t('fields.kind')}
          allowDeselect={false}
          data={Object.values(SubjectKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          value={kind}
          onChange={(next) => next && choose(next)}
        />
        <RoleSelect {...form.getInputProps('role')} />
      </Group>
      <TextInput label={t('fields.name')} required maxLength={200} autoComplete="off" {...form.getInputProps('name')} />
      <Textarea
        label={t('fields.detail')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        {...form.getInputProps('detail')}
      />
      {kind === 'PERSON' ? <PersonalFields form={form} /> : null}
      <IdentifierFields form={form} subjectKind={kind} />
    </CommandDialog>
  );
}

export function RoleSelect(props: object) {
  const { t } = useTranslation('subjects');
  return (
    <Select
      label={t('fields.role')}
      placeholder={t('fields.noRole')}
      clearable
      data={Object.values(SupplyRole).map((value) => ({ value, label: t(`roles.${value}`) }))}
      {...props}
    />
  );
}
