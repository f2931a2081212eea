import { Input, NumberInput, SegmentedControl, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ServiceCredentialKind } from '@/gql/graphql';
import { addDays, today } from '@/lib/day';
import { useFormats } from '@/lib/format';

/** As long as a credential lives where nobody chooses, and at most. */
const MOST_DAYS = 366;

export interface Lifetime extends Record<string, unknown> {
  days: number | string;
}
export const NEW_LIFETIME = { days: 180 };

interface CredentialFieldsProps<Values extends Lifetime> {
  kind: ServiceCredentialKind;
  onKind: (kind: ServiceCredentialKind) => void;
  form: UseFormReturnType<Values>;
}

/** Which kind, and how long it works. */
export function CredentialFields<Values extends Lifetime>({ kind, onKind, form }: CredentialFieldsProps<Values>) {
  const { t } = useTranslation('partners');
  const { date } = useFormats();
  const { days } = form.values;
  return (
    <>
      <Input.Wrapper label={t('credential.kind')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('credential.kind')}
          value={kind}
          onChange={(value) => onKind(value as ServiceCredentialKind)}
          data={Object.values(ServiceCredentialKind).map((value) => ({ value, label: t(`credentialName.${value}`) }))}
        />
      </Input.Wrapper>
      <Text size="sm" c="dimmed">
        {t(`credential.${kind}`)}
      </Text>
      <NumberInput
        label={t('credential.days')}
        description={isLifetime(days) ? t('credential.until', { day: date(addDays(today(), days)) }) : undefined}
        required
        allowDecimal={false}
        min={1}
        max={MOST_DAYS}
        maw={200}
        {...form.getInputProps('days' as never)}
      />
    </>
  );
}

function isLifetime(days: number | string): days is number {
  return typeof days === 'number' && days >= 1 && days <= MOST_DAYS;
}

export function useLifetimeFaults() {
  const { t } = useTranslation('partners');
  return ({ days }: Lifetime) => (isLifetime(days) ? {} : { days: t('credential.daysNeeded', { most: MOST_DAYS }) });
}
