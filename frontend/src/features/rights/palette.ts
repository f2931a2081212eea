import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';

export default [
  { label: 'newRight', link: { to: '/rights/new' }, concerns: permitted('IP_RIGHT_EDIT') },
  {
    label: 'waitingRights',
    link: { to: '/rights', search: { states: ['SUBMITTED'] } },
    concerns: permitted('IP_RIGHT_VERIFY'),
  },
] satisfies PaletteOffer[];
