import { Radio, Select, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { ReferralPackageForm, ReferralPackagePurpose } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { ReferralDialogProps } from '../referral-dialogs';

const OpenReferralPackage = graphql(`
  mutation OpenReferralPackage($input: OpenReferralPackageInput!) {
    openReferralPackage(input: $input) {
      url
      expiresAt
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** The package as a paper or as data; what for is asked each time, and logged. */
export default function OpenPackageDialog({ referral, onClose, onStale }: ReferralDialogProps) {
  const { t } = useTranslation('referrals');
  const command = useCommandForm({
    document: OpenReferralPackage,
    initialValues: {
      form: ReferralPackageForm.Pdf as ReferralPackageForm,
      purpose: null as ReferralPackagePurpose | null,
    },
    variables: ({ form, purpose }) => ({ input: { id: referral.id, form, purpose: purpose ?? 'CASE_WORK' } }),
    validate: ({ purpose }) => (purpose ? {} : { purpose: t('form.purposeNeeded') }),
    onDone: ({ url }) => {
      // An attachment: the page stays where it is.
      if (url) window.location.assign(url);
      onStale();
      onClose();
    },
    onStale,
  });
  const { form } = command;
  return (
    <CommandDialog
      title={t('actions.OPEN_PACKAGE')}
      submitLabel={t('submit.OPEN_PACKAGE')}
      command={command}
      onClose={onClose}
    >
      <Text size="sm">{t('texts.OPEN_PACKAGE')}</Text>
      <Radio.Group label={t('fields.form')} {...form.getInputProps('form')}>
        <Stack gap={6} mt={6}>
          {Object.values(ReferralPackageForm).map((value) => (
            <Radio key={value} value={value} label={t(`forms.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Select
        label={t('fields.purpose')}
        required
        data={Object.values(ReferralPackagePurpose).map((value) => ({ value, label: t(`purposes.${value}`) }))}
        {...form.getInputProps('purpose')}
      />
    </CommandDialog>
  );
}
