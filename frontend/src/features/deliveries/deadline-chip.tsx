import { IconClock, IconClockExclamation, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { type Clock, type DeadlineText, deadlineOf } from './deadline';
import classes from './deadline-chip.module.css';

const ICONS: Partial<Record<DeadlineText, typeof IconClock>> = {
  overdueBy: IconClockExclamation,
  expired: IconClockExclamation,
  paused: IconClockPause,
};

/** "due Fri 27 Feb · 3 working days": the words say it all, the colour only hurries. */
export function DeadlineChip({ clock, provisional = false }: { clock: Clock; provisional?: boolean }) {
  const { t } = useTranslation('inbox');
  const { day } = useFormats();
  const { text, tone, count } = deadlineOf(clock);
  const Icon = ICONS[text] ?? IconClock;
  return (
    <span className={classes.root} data-tone={tone} title={provisional ? t('deadline.provisional') : undefined}>
      <Icon size={13} aria-hidden />
      {t(`deadline.${text}`, { day: day(clock.dueOn), count })}
      {provisional ? ' *' : null}
    </span>
  );
}
