import { createFileRoute } from '@tanstack/react-router';
import { ProductPage } from '@/features/products/product-page';
import { productPageSearch } from '@/features/products/product-search';

export const Route = createFileRoute('/_app/products/$id')({
  validateSearch: productPageSearch,
  component: ProductPage,
});
