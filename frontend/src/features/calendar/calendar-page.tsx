import { ActionIcon, Anchor, Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { deadlineOf } from '@/features/deliveries/deadline';
import type { DueDeliveryFragment } from '@/gql/graphql';
import { today } from '@/lib/day';
import { inboxRecipient } from '@/lib/permissions';
import { useTimeZone, useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { Toolbar } from '@/ui/toolbar';
import classes from './calendar-page.module.css';
import { daysOf, span, stepped } from './days';
import { useDueRange } from './due-range';
import { CalendarView } from './planning-search';

const route = getRouteApi('/_app/calendar');

/** What is due on which day, at the recipient; a phone shows only the days on which something is. */
export function CalendarPage() {
  const { t, i18n } = useTranslation('calendar');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const now = useToday();
  const view = search.range ?? 'month';
  const day = search.day ?? now;
  const days = daysOf(view, day);
  const filter = useDueFilter(search.mine === true);
  const { due, error, reload } = useDueRange({ ...span(days), ...filter });
  const go = (next: string | undefined) => void navigate({ search: (was) => ({ ...was, day: next }), replace: true });
  if (error && !due) return <QueryFailure error={error} retry={reload} />;
  return (
    <>
      <PageHeader title={t('title')} actions={<FeedLink />} />
      <Toolbar>
        <Group gap={4}>
          <ActionIcon variant="default" size={30} aria-label={t('before')} onClick={() => go(stepped(view, day, -1))}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <Button variant="default" onClick={() => go(undefined)}>
            {t('today')}
          </Button>
          <ActionIcon variant="default" size={30} aria-label={t('after')} onClick={() => go(stepped(view, day, 1))}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </Group>
        <h2 className={classes.range} aria-live="polite">
          {rangeOf(view, days, day, i18n.language)}
        </h2>
        <MineButton
          pressed={search.mine === true}
          onToggle={() => void navigate({ search: (was) => ({ ...was, mine: was.mine ? undefined : true }) })}
        />
        <SegmentedControl
          size="xs"
          ml={{ base: 0, md: 'auto' }}
          aria-label={t('view')}
          value={view}
          onChange={(next) =>
            void navigate({ search: (was) => ({ ...was, range: next === 'week' ? 'week' : undefined }), replace: true })
          }
          data={Object.values(CalendarView).map((value) => ({ value, label: t(`views.${value}`) }))}
        />
      </Toolbar>
      <Grid days={days} month={view === 'month' ? day.slice(0, 7) : undefined} now={now} due={due?.deliveries} />
      {due?.more ? (
        <Text size="sm" c="dimmed" px="var(--ts-edge)" py="sm">
          {t('more')}
        </Text>
      ) : null}
    </>
  );
}

/** Today where the reader is. */
function useToday(): string {
  const timeZone = useTimeZone();
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  return parts || today();
}

/** What one is to answer, at the desk everything; or only what one is on. */
export function useDueFilter(mine: boolean) {
  const recipientId = inboxRecipient(useViewer());
  return mine ? ({ assignee: 'ME' } as const) : { recipientId };
}

export function MineButton({ pressed, onToggle }: { pressed: boolean; onToggle: () => void }) {
  const { t } = useTranslation('calendar');
  return (
    <Button variant={pressed ? 'light' : 'default'} fw={500} aria-pressed={pressed} onClick={onToggle}>
      {t('mine')}
    </Button>
  );
}

function FeedLink() {
  const { t } = useTranslation('calendar');
  return (
    <Anchor size="sm" renderRoot={(props) => <Link to="/settings/calendar" {...props} />}>
      {t('subscribe')}
    </Anchor>
  );
}

function rangeOf(view: CalendarView, days: readonly string[], day: string, language: string): string {
  const tag = language === 'en' ? 'en-GB' : 'zh-Hans-CN';
  const at = (text: string) => new Date(`${text}T00:00:00Z`);
  if (view === 'month') {
    return new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at(day));
  }
  const format = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  return format.formatRange(at(days[0] ?? day), at(days.at(-1) ?? day));
}

interface GridProps {
  days: readonly string[];
  /** The month that is meant; the days of others are paler. */
  month: string | undefined;
  now: string;
  due: readonly DueDeliveryFragment[] | undefined;
}

function Grid({ days, month, now, due }: GridProps) {
  const { t, i18n } = useTranslation('calendar');
  const weekday = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-Hans-CN', {
    weekday: 'short',
    timeZone: 'UTC',
  });
  const byDay = grouped(due ?? []);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return (
    <table
      className={classes.grid}
      aria-label={t('title')}
      aria-busy={due === undefined}
      data-week={!month || undefined}
    >
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col">
              {weekday.format(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day
                key={day}
                day={day}
                outside={month !== undefined && !day.startsWith(month)}
                isToday={day === now}
                due={byDay.get(day) ?? []}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function grouped(due: readonly DueDeliveryFragment[]): Map<string, DueDeliveryFragment[]> {
  const found = new Map<string, DueDeliveryFragment[]>();
  for (const each of due) found.set(each.dueOn, [...(found.get(each.dueOn) ?? []), each]);
  return found;
}

interface DayProps {
  day: string;
  outside: boolean;
  isToday: boolean;
  due: readonly DueDeliveryFragment[];
}

function Day({ day, outside, isToday, due }: DayProps) {
  const { t, i18n } = useTranslation('calendar');
  const full = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'zh-Hans-CN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return (
    <td
      className={classes.day}
      data-outside={outside || undefined}
      data-today={isToday || undefined}
      data-empty={due.length === 0 || undefined}
    >
      <time dateTime={day} className={classes.date} aria-current={isToday ? 'date' : undefined}>
        <span className={classes.number} aria-hidden>
          {Number(day.slice(8))}
        </span>
        <span className={classes.full}>{full}</span>
      </time>
      {due.length > 0 ? (
        <ul className={classes.list}>
          {due.map((each) => (
            <li key={each.id}>
              <Link
                to="/leads/$reference"
                params={{ reference: each.lead.reference }}
                className={classes.entry}
                data-tone={deadlineOf(each).tone}
                title={`${each.lead.reference} · ${each.lead.title}`}
                aria-label={t('entry', { reference: each.lead.reference, title: each.lead.title })}
              >
                {each.lead.title}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </td>
  );
}
