import { createFileRoute } from '@tanstack/react-router';
import { PurchasePage } from '@/features/purchases/purchase-page';
import { purchasePageSearch } from '@/features/purchases/purchase-search';

export const Route = createFileRoute('/_app/purchases/$id')({
  validateSearch: purchasePageSearch,
  component: PurchasePage,
});
