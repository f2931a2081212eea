import { createFileRoute } from '@tanstack/react-router';
import { EditIpRightPage } from '@/features/rights/ip-rights/edit-ip-right-page';
import { ipRightEditSearch } from '@/features/rights/ip-rights/ip-right-search';

export const Route = createFileRoute('/_app/rights/$rightId/edit')({
  validateSearch: ipRightEditSearch,
  component: EditIpRightPage,
});
