import { createFileRoute } from '@tanstack/react-router';
import { OrganizationListPage } from '@/features/members/organization-list-page';
import { organizationSearch } from '@/features/members/organization-search';

export const Route = createFileRoute('/_app/organizations/')({
  validateSearch: organizationSearch,
  component: OrganizationListPage,
});
