import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/zh-cn';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useId, useMediaQuery } from '@mantine/hooks';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, parseDay, today } from '@/lib/day';
import { useFormats } from '@/lib/format';
import classes from './day-input.module.css';

export interface DayInputProps
  extends Omit<
    DateInputProps,
    'classNames' | 'value' | 'onChange' | 'minDate' | 'maxDate' | 'valueFormat' | 'dateParser' | 'locale'
  > {
  /** A day as the graph writes it; empty where none is chosen. */
  value?: string;
  onChange?: (day: string) => void;
  min?: string;
  max?: string;
}

/**
 * A day, typed or picked, in the reader's language. The arrow keys go a day on and back, as in a native field. It
 * brings a library of its own, so only pages and dialogs that are loaded when they are needed may import it.
 */
export default function DayInput({ value = '', onChange, min, max, ...props }: DayInputProps) {
  const { t, i18n } = useTranslation('dates');
  const { date } = useFormats();
  // The calendar is named by the field.
  const id = useId();
  const [opened, setOpened] = useState(false);
  const finger = useMediaQuery('(pointer: coarse)');
  const english = i18n.language === 'en';
  const step = (event: KeyboardEvent, days: number) => {
    event.preventDefault();
    const next = value ? addDays(value, days) : today();
    if ((!min || next >= min) && (!max || next <= max)) onChange?.(next);
  };
  return (
    <DateInput
      {...props}
      classNames={{ day: classes.day }}
      value={value || null}
      onChange={(day) => onChange?.(day ?? '')}
      minDate={min}
      maxDate={max}
      locale={english ? 'en' : 'zh-cn'}
      valueFormat={date}
      dateParser={parseDay}
      monthLabelFormat={english ? 'MMMM YYYY' : 'YYYY年M月'}
      getDayAriaLabel={date}
      // Of other months: too faint to be read, and the arrows lead there.
      hideOutsideDates
      ariaLabels={{
        monthLevelControl: t('toMonths'),
        yearLevelControl: t('toYears'),
        nextMonth: t('nextMonth'),
        previousMonth: t('previousMonth'),
        nextYear: t('nextYear'),
        previousYear: t('previousYear'),
        nextDecade: t('nextDecade'),
        previousDecade: t('previousDecade'),
      }}
      clearButtonProps={{ 'aria-label': t('clear') }}
      // A finger picks; the keyboard of the screen would only hide the calendar.
      inputMode={finger ? 'none' : undefined}
      // Escape closes the calendar, not the dialog it stands in.
      data-mantine-stop-propagation={opened}
      role="combobox"
      id={id}
      popoverProps={{ id, withRoles: true, onOpen: () => setOpened(true), onClose: () => setOpened(false) }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') step(event, 1);
        if (event.key === 'ArrowDown') step(event, -1);
      }}
    />
  );
}
