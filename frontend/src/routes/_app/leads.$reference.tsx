import { createFileRoute } from '@tanstack/react-router';
import { LeadPage } from '@/features/leads/lead-page';
import { leadPageSearch } from '@/features/leads/lead-search';

export const Route = createFileRoute('/_app/leads/$reference')({ validateSearch: leadPageSearch, component: LeadPage });
