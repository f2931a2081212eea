import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { ProductAction, ProductPageFragment } from '@/gql/graphql';

export interface ProductDialogProps {
  product: ProductPageFragment;
  onClose: () => void;
  /** Reads the sheet again: when somebody else was faster. */
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const EditProductDialog = lazy(() => import('./dialogs/edit-product-dialog'));
const ShareProductDialog = lazy(() => import('./dialogs/share-product-dialog'));
const ProductStepDialog = lazy(() => import('./dialogs/product-step-dialog'));

const route = getRouteApi('/_app/products/$id');

export function ProductDialogs({ product, onStale }: { product: ProductPageFragment; onStale: () => void }) {
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  if (!step || !product.allowedActions.includes(step)) return null;
  const onClose = () => void navigate({ search: {}, replace: true });
  return <Suspense>{dialogOf(step, { product, onStale, onClose })}</Suspense>;
}

function dialogOf(step: ProductAction, props: ProductDialogProps) {
  switch (step) {
    case 'EDIT':
      return <EditProductDialog {...props} />;
    case 'SHARE':
      return <ShareProductDialog {...props} />;
    default:
      return <ProductStepDialog {...props} step={step} />;
  }
}
