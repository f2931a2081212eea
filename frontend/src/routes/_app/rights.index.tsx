import { createFileRoute } from '@tanstack/react-router';
import { IpRightListPage } from '@/features/rights/ip-rights/ip-right-list-page';
import { ipRightSearch } from '@/features/rights/ip-rights/ip-right-search';

export const Route = createFileRoute('/_app/rights/')({ validateSearch: ipRightSearch, component: IpRightListPage });
