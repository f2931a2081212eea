import { Select, SimpleGrid } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { AffectedPartyNotification, Attribution, PermittedActions } from '@/gql/graphql';
import { today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import type { HandlingValues } from './handling-form';

interface HandlingFieldsProps<Values extends { handling: HandlingValues }> {
  form: UseFormReturnType<Values>;
}

/** How a lead may be used; the same fields when it is made and when that is changed. */
export default function HandlingFields<Values extends { handling: HandlingValues }>({
  form,
}: HandlingFieldsProps<Values>) {
  const { t } = useTranslation(['leads', 'enums']);
  const field = (name: keyof HandlingValues) => form.getInputProps(`handling.${name}` as never);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <Select
        label={t('handling.permittedActions')}
        allowDeselect={false}
        data={Object.values(PermittedActions).map((value) => ({ value, label: t(`enums:permittedActions.${value}`) }))}
        {...field('permittedActions')}
      />
      <Select
        label={t('handling.notification')}
        description={t('handling.notificationHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={Object.values(AffectedPartyNotification).map((value) => ({
          value,
          label: t(`enums:affectedPartyNotification.${value}`),
        }))}
        {...field('affectedPartyNotification')}
      />
      <Select
        label={t('handling.attribution')}
        description={t('handling.pseudonymHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        allowDeselect={false}
        data={Object.values(Attribution).map((value) => ({ value, label: t(`enums:attribution.${value}`) }))}
        {...field('attribution')}
      />
      <DayInput
        label={t('handling.usableUntil')}
        description={t('handling.usableUntilHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        clearable
        min={today()}
        {...field('usableUntil')}
      />
    </SimpleGrid>
  );
}
