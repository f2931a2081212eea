import { createFileRoute } from '@tanstack/react-router';
import { CalendarPage } from '@/features/calendar/calendar-page';
import { calendarSearch } from '@/features/calendar/planning-search';

export const Route = createFileRoute('/_app/calendar')({ validateSearch: calendarSearch, component: CalendarPage });
