import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';

export default [
  {
    label: 'waitingPurchases',
    link: { to: '/purchases', search: { waiting: true } },
    concerns: permitted('PURCHASE_READ'),
  },
] satisfies PaletteOffer[];
