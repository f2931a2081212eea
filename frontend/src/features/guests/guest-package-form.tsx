import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { ReferralPackageForm, ReferralPackagePurpose } from '@/gql/graphql';
import { usePublicCommand } from '@/lib/public-command';
import { FailureNote } from '@/ui/failure-note';
import { useFailure } from '@/ui/use-failure';
import classes from './guests.module.css';

const OpenGuestPackage = graphql(`
  mutation OpenGuestPackage($input: OpenGuestPackageInput!) {
    openGuestPackage(input: $input) {
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

interface GuestPackageFormProps {
  token: string;
  onDone: () => void;
  onEnded: () => void;
  onClose: () => void;
}

/** The package as a paper or as data; what for is asked each time, and logged. */
export function GuestPackageForm({ token, onDone, onEnded, onClose }: GuestPackageFormProps) {
  const { t } = useTranslation(['referrals', 'common']);
  const { run, running } = usePublicCommand(OpenGuestPackage, token);
  const form = useForm({
    initialValues: {
      form: ReferralPackageForm.Pdf as ReferralPackageForm,
      purpose: '' as ReferralPackagePurpose | '',
    },
    validate: { purpose: (purpose) => (purpose ? null : t('form.purposeNeeded')) },
  });
  const failure = useFailure(form);

  const submit = form.onSubmit(
    async ({ form: asked, purpose }) => {
      failure.clear();
      const outcome = await run({ input: { form: asked, purpose: purpose || 'CASE_WORK' } });
      if (!outcome.ok) {
        if (outcome.failure.code === 'TOKEN_INVALID') return onEnded();
        return failure.show(outcome.failure);
      }
      // An attachment: the page stays where it is.
      if (outcome.payload.url) window.location.assign(outcome.payload.url);
      onDone();
    },
    () => form.getInputNode('purpose')?.focus(),
  );
  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label={t('actions.OPEN_PACKAGE')}>
      <Stack gap="sm">
        <FailureNote message={failure.message} />
        <Text size="sm" fw={600}>
          {t('actions.OPEN_PACKAGE')}
        </Text>
        <Text size="sm">{t('texts.OPEN_PACKAGE')}</Text>
        <NativeSelect
          label={t('fields.form')}
          data={Object.values(ReferralPackageForm).map((value) => ({ value, label: t(`forms.${value}`) }))}
          {...form.getInputProps('form')}
        />
        <NativeSelect
          label={t('fields.purpose')}
          required
          data={[
            { value: '', label: '–' },
            ...Object.values(ReferralPackagePurpose).map((value) => ({ value, label: t(`purposes.${value}`) })),
          ]}
          {...form.getInputProps('purpose')}
        />
        <Group gap="xs" justify="flex-end">
          <Button size="sm" variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="sm" type="submit" loading={running}>
            {t('submit.OPEN_PACKAGE')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
