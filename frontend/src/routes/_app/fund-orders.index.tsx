import { createFileRoute } from '@tanstack/react-router';
import { orderListSearch } from '@/features/funds/fund-search';
import { OrderListPage } from '@/features/funds/orders/order-list-page';

export const Route = createFileRoute('/_app/fund-orders/')({
  validateSearch: orderListSearch,
  component: OrderListPage,
});
