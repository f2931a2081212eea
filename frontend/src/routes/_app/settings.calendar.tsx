import { createFileRoute } from '@tanstack/react-router';
import { CalendarSettings } from '@/features/settings/calendar-settings';

export const Route = createFileRoute('/_app/settings/calendar')({ component: CalendarSettings });
