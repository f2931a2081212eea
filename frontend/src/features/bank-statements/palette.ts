import type { PaletteOffer } from '@/features/shell/palette-offers';
import { permitted } from '@/lib/permissions';

/** Each fund has a bank account of its own, so one chooses the fund first. */
export default [
  { label: 'reconcile', link: { to: '/funds' }, concerns: permitted('BANK_STATEMENT_READ') },
] satisfies PaletteOffer[];
