import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';
import { keepsWatchList } from './rights';

export default [
  { label: 'screeningStudio', link: { to: '/screening/studio' }, concerns: permitted('SCREENING_READ') },
  { label: 'screeningFigures', link: { to: '/screening/figures' }, concerns: permitted('SCREENING_READ') },
  { label: 'watchedSellers', link: { to: '/screening/sellers' }, concerns: keepsWatchList },
  {
    label: 'watchSeller',
    link: { to: '/screening/sellers', search: { do: 'WATCH' } },
    concerns: keepsWatchList,
  },
] satisfies PaletteOffer[];
