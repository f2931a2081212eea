import { ActionIcon, Button, Fieldset, MultiSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './agencies.module.css';
import { type DutyValues, emptyHours, WEEK } from './agency-form';
import { useWeekdays } from './duty-hours';

interface HoursFieldsProps<Values extends Record<string, unknown>> {
  form: UseFormReturnType<Values>;
  name: keyof Values & string;
  legend: string;
  description?: string;
}

/** When somebody is there: rows of days that have the same hours. */
export function HoursFields<Values extends Record<string, unknown>>(props: HoursFieldsProps<Values>) {
  const { form, name, legend, description } = props;
  const { t } = useTranslation('agencies');
  const weekday = useWeekdays();
  const rows = form.values[name] as DutyValues[];
  const set = (next: DutyValues[]) => form.setFieldValue(name, next as never);
  const days = WEEK.map((value) => ({ value, label: weekday(value) }));
  return (
    <Fieldset legend={legend} p="sm" mx={0}>
      {description && rows.length === 0 ? <p className={classes.note}>{description}</p> : null}
      {rows.map(({ key }, index) => (
        <div key={key} className={`${classes.row} ${classes.hoursRow}`}>
          <MultiSelect label={t('form.days')} data={days} {...form.getInputProps(`${name}.${index}.days` as never)} />
          <TextInput
            label={t('form.from')}
            placeholder="08:30"
            inputMode="numeric"
            maxLength={5}
            {...form.getInputProps(`${name}.${index}.from` as never)}
          />
          <TextInput
            label={t('form.to')}
            placeholder="17:30"
            inputMode="numeric"
            maxLength={5}
            {...form.getInputProps(`${name}.${index}.to` as never)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('form.removeHours', { number: index + 1 })}
            onClick={() => set(rows.filter((each) => each.key !== key))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        mt={6}
        leftSection={<IconPlus size={15} />}
        onClick={() => set([...rows, { ...emptyHours(), ...(rows.length > 0 ? { days: [] } : {}) }])}
      >
        {t('form.addHours')}
      </Button>
    </Fieldset>
  );
}
