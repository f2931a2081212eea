import { Checkbox, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import type { GroupDescription } from './group-form';

interface GroupFieldsProps<Values extends GroupDescription> {
  form: UseFormReturnType<Values>;
  /** Those in it came in on that word. */
  staysConfidential?: boolean;
}

/** What a group says about itself; the same fields when it is made and when it is changed. */
export function GroupFields<Values extends GroupDescription>({ form, staysConfidential }: GroupFieldsProps<Values>) {
  const { t } = useTranslation('groups');
  const field = (name: keyof GroupDescription) => form.getInputProps(name as never);
  return (
    <>
      <TextInput label={t('fields.name')} required maxLength={80} {...field('name')} />
      <Textarea
        label={t('fields.purpose')}
        description={t('form.purposeHint')}
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={1000}
        {...field('purpose')}
      />
      <Checkbox
        label={t('form.confidential')}
        description={t(staysConfidential ? 'form.confidentialStays' : 'form.confidentialHint')}
        disabled={staysConfidential}
        {...form.getInputProps('confidential' as never, { type: 'checkbox' })}
      />
      <DayInput
        label={t('form.ends')}
        description={t('form.endsHint')}
        styles={{ wrapper: { maxWidth: 200 } }}
        clearable
        min={today()}
        {...field('expiresAt')}
      />
    </>
  );
}

export function useDescriptionFaults() {
  const { t } = useTranslation('groups');
  return ({ name, purpose }: GroupDescription) => ({
    ...(name.trim() ? {} : { name: t('form.nameNeeded') }),
    ...(purpose.trim() ? {} : { purpose: t('form.purposeNeeded') }),
  });
}
