import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  askBreakGlass: ['breakGlassRequests'],
  decideBreakGlass: ['breakGlassRequests', 'leadByReference'],
  withdrawBreakGlass: ['breakGlassRequests'],
  endBreakGlass: ['breakGlassRequests', 'leadByReference'],
} satisfies StaleLists;
