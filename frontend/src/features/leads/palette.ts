import type { PaletteOffer } from '@/features/shell/palette-offers';
import { isDesk, permitted } from '@/lib/permissions';

export default [
  { label: 'newLead', link: { to: '/leads/new' }, concerns: permitted('LEAD_CREATE') },
  { label: 'mine', link: { to: '/leads', search: { mine: true } }, concerns: permitted('LEAD_READ') },
  { label: 'triage', link: { to: '/inbox', search: { view: 'triage' } }, concerns: isDesk },
] satisfies PaletteOffer[];
