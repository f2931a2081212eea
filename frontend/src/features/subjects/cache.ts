import type { StaleLists } from '@/lib/cache';

/** After which changes which lists are read again. */
export default {
  addSubject: ['subjects', 'subjectNetwork', 'leadByReference'],
  changeSubject: ['subjects', 'leadByReference'],
  removeSubject: ['subjects', 'subjectNetwork', 'leadByReference'],
  addIdentifiers: ['subjects', 'subjectNetwork', 'leadByReference'],
  removeIdentifier: ['subjects', 'subjectNetwork', 'leadByReference'],
  linkSubjects: ['subject', 'subjectNetwork'],
  unlinkSubjects: ['subject', 'subjectNetwork'],
} satisfies StaleLists;
