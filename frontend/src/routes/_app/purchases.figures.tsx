import { createFileRoute } from '@tanstack/react-router';
import { PurchaseFiguresPage } from '@/features/purchases/figures-page';
import { purchaseFiguresSearch } from '@/features/purchases/purchase-search';

export const Route = createFileRoute('/_app/purchases/figures')({
  validateSearch: purchaseFiguresSearch,
  component: PurchaseFiguresPage,
});
