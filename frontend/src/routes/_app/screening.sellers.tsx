import { createFileRoute } from '@tanstack/react-router';
import { sellerSearch } from '@/features/screening/screening-search';
import { SellersPage } from '@/features/screening/sellers-page';

export const Route = createFileRoute('/_app/screening/sellers')({
  validateSearch: sellerSearch,
  component: SellersPage,
});
