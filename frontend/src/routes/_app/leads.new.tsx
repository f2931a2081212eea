import { createFileRoute } from '@tanstack/react-router';
import { NewLeadPage } from '@/features/leads/new-lead-page';

export const Route = createFileRoute('/_app/leads/new')({ component: NewLeadPage });
