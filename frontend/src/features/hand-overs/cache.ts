import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createHandOver: ['handOvers', 'offlineActions'],
  acknowledgeHandOver: ['handOvers'],
} satisfies StaleLists;
