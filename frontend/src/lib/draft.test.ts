import { beforeEach, expect, test } from 'vitest';
import { discardDrafts, keepDraftsOf, readDraft, writeDraft } from './draft';

beforeEach(() => sessionStorage.clear());

test('a draft is kept for the person who wrote it alone', () => {
  keepDraftsOf('person_a');
  writeDraft('new-lead', { title: 'Watches at the harbour' });
  keepDraftsOf('person_a');
  expect(readDraft('new-lead')).toEqual({ title: 'Watches at the harbour' });
  keepDraftsOf('person_b');
  expect(readDraft('new-lead')).toBeNull();
});

test('signing out leaves no draft and nothing else missing', () => {
  sessionStorage.setItem('other', '1');
  writeDraft('comment-lead_1', 'Half a sentence');
  discardDrafts();
  expect(readDraft('comment-lead_1')).toBeNull();
  expect(sessionStorage.getItem('other')).toBe('1');
});
