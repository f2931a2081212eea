import { createFileRoute } from '@tanstack/react-router';
import { orderPageSearch } from '@/features/funds/fund-search';
import { OrderPage } from '@/features/funds/orders/order-page';

export const Route = createFileRoute('/_app/fund-orders/$id')({
  validateSearch: orderPageSearch,
  component: OrderPage,
});
