import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createSharingGroup: ['sharingGroups'],
  updateSharingGroup: ['sharingGroups'],
  addSharingGroupMembers: ['sharingGroups'],
  removeSharingGroupMember: ['sharingGroups', 'leads', 'deliveries'],
  closeSharingGroup: ['sharingGroups', 'leads', 'deliveries'],
} satisfies StaleLists;
