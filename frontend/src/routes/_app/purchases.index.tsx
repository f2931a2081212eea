import { createFileRoute } from '@tanstack/react-router';
import { PurchaseBoardPage } from '@/features/purchases/purchase-board-page';
import { purchaseBoardSearch } from '@/features/purchases/purchase-search';

export const Route = createFileRoute('/_app/purchases/')({
  validateSearch: purchaseBoardSearch,
  component: PurchaseBoardPage,
});
