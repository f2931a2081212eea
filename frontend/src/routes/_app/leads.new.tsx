import { createFileRoute } from '@tanstack/react-router';
import { newLeadSearch } from '@/features/leads/lead-search';
import { NewLeadPage } from '@/features/leads/new-lead-page';

export const Route = createFileRoute('/_app/leads/new')({ validateSearch: newLeadSearch, component: NewLeadPage });
