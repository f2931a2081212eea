import { createFileRoute } from '@tanstack/react-router';
import { PurchaseClashesPage } from '@/features/purchases/clashes-page';
import { purchaseClashSearch } from '@/features/purchases/purchase-search';

export const Route = createFileRoute('/_app/purchases/clashes')({
  validateSearch: purchaseClashSearch,
  component: PurchaseClashesPage,
});
