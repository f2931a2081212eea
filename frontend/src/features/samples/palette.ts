import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';

export default [
  { label: 'samplesInHand', link: { to: '/samples', search: { mine: true } }, concerns: permitted('SAMPLE_READ') },
  {
    label: 'samplesToDispose',
    link: { to: '/samples', search: { ended: true } },
    concerns: permitted('SAMPLE_DISPOSE'),
  },
] satisfies PaletteOffer[];
