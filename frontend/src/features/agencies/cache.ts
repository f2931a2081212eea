import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createAgency: ['agencies'],
  updateAgency: ['agencies'],
  proposeOfficer: ['officers'],
  updateOfficer: ['officers'],
  verifyOfficer: ['officers'],
  attestOfficer: ['officers'],
  revokeOfficer: ['officers'],
} satisfies StaleLists;
