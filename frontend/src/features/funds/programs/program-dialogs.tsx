import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { TestPurchaseProgramPageFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';
import { StepDialog } from '@/ui/step-dialog';
import { ProgramFields } from './program-fields';
import { programFaults, programInput, programValues } from './program-form';
import { useFaultTexts } from './use-fault-texts';

const UpdateTestPurchaseProgram = graphql(`
  mutation UpdateTestPurchaseProgram($input: UpdateTestPurchaseProgramInput!) {
    updateTestPurchaseProgram(input: $input) {
      program {
        ...TestPurchaseProgramPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const ArchiveTestPurchaseProgram = graphql(`
  mutation ArchiveTestPurchaseProgram($input: ArchiveTestPurchaseProgramInput!) {
    archiveTestPurchaseProgram(input: $input) {
      program {
        ...TestPurchaseProgramPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface ProgramDialogProps {
  program: TestPurchaseProgramPageFragment;
  onClose: () => void;
  /** Reads the programme again: when somebody else was faster. */
  onStale: () => void;
}

export function UpdateProgramDialog({ program, onClose, onStale }: ProgramDialogProps) {
  const { t } = useTranslation(['funds', 'common']);
  const texts = useFaultTexts();
  const localName = useLocalName();
  const command = useCommandForm({
    document: UpdateTestPurchaseProgram,
    initialValues: programValues(program),
    draft: `update-program-${program.id}`,
    undrafted: ['memberIds'],
    variables: (values) => ({
      input: { id: program.id, expectedVersion: program.version, program: programInput(values) },
    }),
    validate: (values) => texts(programFaults(values, program.currency), program.currency),
    onDone: () => {
      void notify(t('programs.done.UPDATE'));
      onClose();
    },
    onStale,
  });
  return (
    <CommandDialog
      title={t('programs.steps.UPDATE')}
      submitLabel={t('common:save')}
      command={command}
      onClose={onClose}
      size="lg"
    >
      <ProgramFields
        form={command.form}
        currency={program.currency}
        named={program.members.map((member) => ({ value: member.id, label: localName(member) }))}
      />
    </CommandDialog>
  );
}

/** Ends a programme for good: its allocations close, and what sellers pay back goes to the pool. */
export function ArchiveProgramDialog({ program, onClose, onStale }: ProgramDialogProps) {
  const { t } = useTranslation('funds');
  return (
    <StepDialog
      document={ArchiveTestPurchaseProgram}
      target={program}
      title={t('programs.steps.ARCHIVE')}
      submitLabel={t('programs.steps.ARCHIVE')}
      text={t('programs.archiveText')}
      reason="none"
      confirmation={t('programs.archiveConfirmation')}
      danger
      onDone={() => {
        void notify(t('programs.done.ARCHIVE'));
        onClose();
      }}
      onClose={onClose}
      onStale={onStale}
    />
  );
}
