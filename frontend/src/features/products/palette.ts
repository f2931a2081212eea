import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';

export default [
  { label: 'newProduct', link: { to: '/products', search: { new: true } }, concerns: permitted('PRODUCT_EDIT') },
  {
    label: 'productDrafts',
    link: { to: '/products', search: { states: ['DRAFT'] } },
    concerns: permitted('PRODUCT_EDIT'),
  },
] satisfies PaletteOffer[];
