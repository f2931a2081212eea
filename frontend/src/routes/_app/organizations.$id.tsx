import { createFileRoute } from '@tanstack/react-router';
import { OrganizationPage } from '@/features/members/organization-page';
import { organizationPageSearch } from '@/features/members/organization-search';

export const Route = createFileRoute('/_app/organizations/$id')({
  validateSearch: organizationPageSearch,
  component: OrganizationPage,
});
