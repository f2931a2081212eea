import { ActionIcon, Anchor, Button, Group, Text } from '@mantine/core';
import {
  IconCheck,
  IconChevronLeft,
  IconChevronRight,
  IconClockExclamation,
  IconClockPause,
  IconFlag,
} from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWindowWords } from '@/features/actions/action-window';
import { type DeadlineText, deadlineOf } from '@/features/deliveries/deadline';
import type { CalendarActionFragment, DueDeliveryFragment } from '@/gql/graphql';
import { tagOf, useFormats } from '@/lib/format';
import { useTimeZone } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { ShortFailure } from '@/ui/short-failure';
import { Toolbar } from '@/ui/toolbar';
import { actionsByDay, useActionWindows } from './action-windows';
import classes from './calendar-page.module.css';
import { daysOf, span, stepped } from './days';
import { useDueRange } from './due-range';
import { MineButton, useDueFilter } from './planning-filter';
import { CalendarView } from './planning-search';

const route = getRouteApi('/_app/calendar');

/** What is due on which day, at the recipient, and which actions are then, by the clocks at their sites; a phone shows only the days on which something is. */
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
  const windows = useActionWindows(span(days), search.mine === true);
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
        <Group gap={4} wrap="nowrap" ml={{ base: 0, md: 'auto' }} role="group" aria-label={t('view')}>
          {Object.values(CalendarView).map((each) => (
            <Button
              key={each}
              variant={each === view ? 'light' : 'subtle'}
              color={each === view ? undefined : 'gray'}
              aria-pressed={each === view}
              onClick={() =>
                void navigate({
                  search: (was) => ({ ...was, range: each === 'week' ? 'week' : undefined }),
                  replace: true,
                })
              }
            >
              {t(`views.${each}`)}
            </Button>
          ))}
        </Group>
      </Toolbar>
      <Grid
        days={days}
        month={view === 'month' ? day.slice(0, 7) : undefined}
        now={now}
        due={due?.deliveries}
        actions={windows.actions}
      />
      {windows.error ? (
        <Text size="sm" px="var(--ts-edge)" py="sm">
          {t('actionsFailed')} <ShortFailure error={windows.error} retry={windows.again} />
        </Text>
      ) : null}
      {due?.more || windows.more ? (
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
  // Canada writes a day as ISO does.
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
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
  const tag = tagOf(language);
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
  actions: readonly CalendarActionFragment[];
}

function Grid({ days, month, now, due, actions }: GridProps) {
  const { t, i18n } = useTranslation('calendar');
  const weekday = new Intl.DateTimeFormat(tagOf(i18n.language), { weekday: 'short', timeZone: 'UTC' });
  const byDay = grouped(due ?? []);
  const actionsOn = actionsByDay(actions);
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
                actions={actionsOn.get(day) ?? []}
                all={month === undefined}
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

/** In a month's box for a day; a week shows them all. */
const MOST = 6;

const ICONS: Partial<Record<DeadlineText, typeof IconCheck>> = {
  answered: IconCheck,
  answeredLate: IconCheck,
  overdueBy: IconClockExclamation,
  expired: IconClockExclamation,
  paused: IconClockPause,
};

interface DayProps {
  day: string;
  outside: boolean;
  isToday: boolean;
  due: readonly DueDeliveryFragment[];
  actions: readonly CalendarActionFragment[];
  all: boolean;
}

function Day({ day, outside, isToday, due, actions, all }: DayProps) {
  const { t } = useTranslation('calendar');
  const formats = useFormats();
  const entries = [
    ...actions.map((action) => <ActionEntry key={action.id} action={action} day={day} />),
    ...due.map((each) => <Entry key={each.id} due={each} />),
  ];
  const shown = all || entries.length <= MOST ? entries : entries.slice(0, MOST - 1);
  const beyond = entries.length - shown.length;
  return (
    <td
      className={classes.day}
      data-outside={outside || undefined}
      data-today={isToday || undefined}
      data-empty={entries.length === 0 || undefined}
    >
      <time dateTime={day} className={classes.date} aria-current={isToday ? 'date' : undefined}>
        <span className={classes.number} aria-hidden>
          {Number(day.slice(8))}
        </span>
        <span className={classes.full}>{formats.day(day)}</span>
      </time>
      {entries.length > 0 ? (
        <ul className={classes.list}>
          {shown}
          {beyond > 0 ? (
            <li>
              <Link
                to="/calendar"
                search={(was) => ({ ...was, range: 'week' as const, day })}
                className={classes.beyond}
                aria-label={t('beyondOn', { count: beyond, day: formats.day(day) })}
              >
                {t('beyond', { count: beyond })}
              </Link>
            </li>
          ) : null}
        </ul>
      ) : null}
    </td>
  );
}

/** The line's colour only repeats the sign in front of the title and the words that are told to who points at it. */
function Entry({ due }: { due: DueDeliveryFragment }) {
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  const { text, tone, count } = deadlineOf(due);
  const { reference, title } = due.lead;
  const Icon = ICONS[text];
  const words = [reference, title, t(`deadline.${text}`, { day: formats.day(due.dueOn), count })].join(' · ');
  return (
    <li>
      <Link
        to="/leads/$reference"
        params={{ reference }}
        className={classes.entry}
        data-tone={tone}
        title={words}
        aria-label={words}
      >
        {Icon ? <Icon size={13} aria-hidden /> : null}
        {title}
      </Link>
    </li>
  );
}

/** An action on one of its days: from when on the first, all day on those between. */
function ActionEntry({ action, day }: { action: CalendarActionFragment; day: string }) {
  const { t } = useTranslation(['calendar', 'actions']);
  const inWords = useWindowWords();
  const { id, title, state, window } = action;
  const words = t('actionFrom', {
    title,
    state: t(`actions:states.${state}`),
    window: window ? inWords(window) : '',
  });
  const from = window?.startsLocal.startsWith(day) ? window.startsLocal.slice(11, 16) : null;
  return (
    <li>
      <Link
        to="/actions/$id"
        params={{ id }}
        search={{}}
        className={classes.entry}
        data-tone="action"
        title={words}
        aria-label={words}
      >
        <IconFlag size={13} aria-hidden />
        {from ? `${from} ${title}` : title}
      </Link>
    </li>
  );
}
