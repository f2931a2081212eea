import { createFileRoute } from '@tanstack/react-router';
import { LeadListPage } from '@/features/leads/lead-list-page';
import { leadSearch } from '@/features/leads/lead-search';

export const Route = createFileRoute('/_app/leads/')({ validateSearch: leadSearch, component: LeadListPage });
