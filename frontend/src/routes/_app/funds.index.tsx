import { createFileRoute } from '@tanstack/react-router';
import { FundListPage } from '@/features/funds/fund-list-page';
import { fundListSearch } from '@/features/funds/fund-search';

export const Route = createFileRoute('/_app/funds/')({
  validateSearch: fundListSearch,
  component: FundListPage,
});
