import { createFileRoute } from '@tanstack/react-router';
import { FundPage } from '@/features/funds/fund-page';
import { fundPageSearch } from '@/features/funds/fund-search';

export const Route = createFileRoute('/_app/funds/$id')({
  validateSearch: fundPageSearch,
  component: FundPage,
});
