import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  inviteOrganization: ['organizations'],
  updateOrganization: ['organizations'],
  submitApplication: ['organizations'],
  startReview: ['organizations'],
  approveOrganization: ['organizations'],
  suspendOrganization: ['organizations', 'ipRights'],
  reinstateOrganization: ['organizations', 'ipRights'],
  expelOrganization: ['organizations', 'ipRights'],
  withdrawOrganization: ['organizations', 'ipRights'],
  inviteUser: ['people'],
  updateUser: ['people'],
  suspendUser: ['people'],
  reinstateUser: ['people'],
  resumeMail: ['people', 'operations'],
} satisfies StaleLists;
