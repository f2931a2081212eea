import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  createServiceAccount: ['serviceAccounts'],
  updateServiceAccount: ['serviceAccounts'],
  addServiceSecret: ['serviceAccounts'],
  addServiceKey: ['serviceAccounts'],
  endServiceCredential: ['serviceAccounts'],
  suspendServiceAccount: ['serviceAccounts'],
  resumeServiceAccount: ['serviceAccounts'],
  revokeServiceAccount: ['serviceAccounts'],
  createSandbox: ['sandbox'],
  resetSandbox: ['sandbox'],
} satisfies StaleLists;
