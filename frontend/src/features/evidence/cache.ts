import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  attachEvidence: ['lead'],
  // It is an event of the custody, which the answer does not tell.
  openEvidence: ['evidenceItem'],
} satisfies StaleLists;
