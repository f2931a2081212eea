import { createFileRoute } from '@tanstack/react-router';
import { ProductListPage } from '@/features/products/product-list-page';
import { productSearch } from '@/features/products/product-search';

export const Route = createFileRoute('/_app/products/')({ validateSearch: productSearch, component: ProductListPage });
