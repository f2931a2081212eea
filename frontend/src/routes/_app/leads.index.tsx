import { createFileRoute } from '@tanstack/react-router';
import { RouteMissing } from '@/ui/route-missing';

export const Route = createFileRoute('/_app/leads/')({ component: RouteMissing });
