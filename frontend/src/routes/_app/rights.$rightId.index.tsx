import { createFileRoute } from '@tanstack/react-router';
import { IpRightPage } from '@/features/rights/ip-rights/ip-right-page';
import { ipRightPageSearch } from '@/features/rights/ip-rights/ip-right-search';

export const Route = createFileRoute('/_app/rights/$rightId/')({
  validateSearch: ipRightPageSearch,
  component: IpRightPage,
});
