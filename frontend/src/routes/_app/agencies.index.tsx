import { createFileRoute } from '@tanstack/react-router';
import { AgencyListPage } from '@/features/agencies/agency-list-page';
import { agencySearch } from '@/features/agencies/agency-search';

export const Route = createFileRoute('/_app/agencies/')({ validateSearch: agencySearch, component: AgencyListPage });
