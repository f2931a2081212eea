import { createFileRoute } from '@tanstack/react-router';
import { AgencyPage } from '@/features/agencies/agency-page';
import { agencyPageSearch } from '@/features/agencies/agency-search';

export const Route = createFileRoute('/_app/agencies/$id')({ validateSearch: agencyPageSearch, component: AgencyPage });
