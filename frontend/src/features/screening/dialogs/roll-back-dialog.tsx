import { Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { StudioReleaseFragment } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import { notify } from '@/ui/notify';

const RollBackScreening = graphql(`
  mutation RollBackScreening($input: RollBackScreeningInput!) {
    rollBackScreening(input: $input) {
      release {
        ...StudioRelease
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface RollBackDialogProps {
  brandId: string | undefined;
  release: StudioReleaseFragment;
  /** The number of the release whose versions are to hold again. */
  to: number;
  onClose: () => void;
  onChanged: () => void;
}

export default function RollBackDialog({ brandId, release, to, onClose, onChanged }: RollBackDialogProps) {
  const { t } = useTranslation(['screening', 'common']);
  const command = useCommandForm({
    document: RollBackScreening,
    initialValues: { reason: '' },
    draft: `roll-back-screening-${brandId ?? 'alliance'}-${to}`,
    variables: ({ reason }) => ({
      input: { brandId, expectedNumber: release.number, toNumber: to, reason: reason.trim() },
    }),
    validate: ({ reason }) => (reason.trim() ? {} : { reason: t('common:step.reasonNeeded') }),
    onDone: ({ release: made }) => {
      void notify(t('screening:rollBack.done', { number: made?.number ?? 0 }));
      onChanged();
      onClose();
    },
    onStale: onChanged,
  });
  return (
    <CommandDialog
      title={t('screening:rollBack.title', { to })}
      submitLabel={t('screening:rollBack.do')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('screening:rollBack.text', { to, number: release.number + 1 })}</Text>
      <Textarea
        label={t('common:step.reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        {...command.form.getInputProps('reason')}
      />
    </CommandDialog>
  );
}
