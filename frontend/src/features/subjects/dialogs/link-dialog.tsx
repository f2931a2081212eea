import { Group, Select, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { LinkConfidence, SubjectLinkKind } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import DayInput from '@/ui/day-input';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import type { SubjectDialogProps } from '../subject-dialogs';
import { useSubjectDirectory } from '../subject-directory';

const LinkSubjects = graphql(`
  mutation LinkSubjects($input: LinkSubjectsInput!) {
    linkSubjects(input: $input) {
      link {
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

interface LinkValues extends Record<string, unknown> {
  toId: string | null;
  kind: SubjectLinkKind;
  confidence: LinkConfidence;
  grounds: string;
  validFrom: string;
  validUntil: string;
}

const SHORTEST_GROUNDS = 3;

const INITIAL: LinkValues = {
  toId: null,
  kind: 'RELATED_TO',
  confidence: 'MEDIUM',
  grounds: '',
  validFrom: '',
  validUntil: '',
};

/** Ties a subject to another one; whoever sees both sees that. */
export default function LinkDialog({ subject, onClose, onStale }: SubjectDialogProps) {
  const { t } = useTranslation('subjects');
  const others = useSubjectDirectory(subject.id);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: LinkSubjects,
    initialValues: INITIAL,
    variables: ({ toId, kind, confidence, grounds, validFrom, validUntil }) => ({
      input: {
        idempotencyKey: idempotencyKey.current,
        fromId: subject.id,
        toId: toId ?? '',
        kind,
        confidence,
        grounds: grounds.trim(),
        validFrom: validFrom || undefined,
        validUntil: validUntil || undefined,
      },
    }),
    validate: ({ toId, grounds, validFrom, validUntil }) => ({
      ...(toId ? {} : { toId: t('links.otherNeeded') }),
      ...(grounds.trim().length < SHORTEST_GROUNDS ? { grounds: t('links.groundsNeeded') } : {}),
      ...(validFrom && validUntil && validUntil < validFrom ? { validUntil: t('links.order') } : {}),
    }),
    onDone: () => {
      renewKey();
      void notify(t('done.LINK'));
      onClose();
      onStale();
    },
    onStale,
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('links.title', { name: subject.name })}
      submitLabel={t('links.submit')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <Select
        label={t('links.kind', { name: subject.name })}
        allowDeselect={false}
        data={Object.values(SubjectLinkKind).map((value) => ({ value, label: t(`linkKinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <RemoteSelect
        label={t('links.other')}
        description={t('links.otherHint')}
        required
        clearable
        {...others}
        {...form.getInputProps('toId')}
      />
      <Select
        label={t('links.confidence')}
        allowDeselect={false}
        data={Object.values(LinkConfidence).map((value) => ({ value, label: t(`confidences.${value}`) }))}
        {...form.getInputProps('confidence')}
      />
      <Textarea
        label={t('links.grounds')}
        description={t('links.groundsHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        {...form.getInputProps('grounds')}
      />
      <Group grow align="flex-start">
        <DayInput label={t('links.from')} clearable {...form.getInputProps('validFrom')} />
        <DayInput label={t('links.until')} clearable {...form.getInputProps('validUntil')} />
      </Group>
    </CommandDialog>
  );
}
