import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createExport: ['exports'],
  createOrganizationExport: ['exports'],
  cancelExport: ['exports'],
} satisfies StaleLists;
