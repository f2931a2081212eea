import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  // With the contact comes a sharing group.
  answerBlindMatch: ['blindMatches', 'sharingGroups'],
  withdrawContact: ['blindMatches'],
  setBlindMatching: ['blindMatches', 'leadByReference'],
} satisfies StaleLists;
