import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';

export default [
  {
    label: 'appraisalsLate',
    link: { to: '/appraisals', search: { overdue: true } },
    concerns: permitted('APPRAISAL_READ'),
  },
  {
    label: 'appraisalsContested',
    link: { to: '/appraisals', search: { states: ['CONTESTED', 'REINSPECTION'] } },
    concerns: permitted('APPRAISAL_CONTEST'),
  },
] satisfies PaletteOffer[];
