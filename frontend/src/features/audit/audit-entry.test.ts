import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { detailLine, isKnownAction } from './audit-entry';

/**
 * An act on many is recorded as what it does to each, a guest's as what an officer with an account does; what one reads of
 * one's own notifications, nowhere.
 */
const UNRECORDED = [
  'answerGuestReferral',
  'applyBulk',
  'archiveNotification',
  'markAllNotificationsRead',
  'markNotificationRead',
  'openGuestPackage',
  'reportGuestAction',
];

describe('the verbs of the log', () => {
  it('are those of every mutation', () => {
    const schema = buildSchema(readFileSync('../schema.graphql', 'utf8'));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(mutations).toContain('signIn');
    expect(mutations.filter((name) => !isKnownAction(name)).sort()).toEqual(UNRECORDED);
  });
});

describe('the metadata of an entry', () => {
  it('reads as a line', () => {
    expect(detailLine('{"from":"ACTIVE","to":"SUSPENDED","roles":["MA","MI"],"count":3}')).toBe(
      'from: ACTIVE · to: SUSPENDED · roles: MA, MI · count: 3',
    );
  });

  it('leaves out what says nothing', () => {
    expect(detailLine('null')).toBe('');
    expect(detailLine('{"reason":null,"brands":[]}')).toBe('');
  });

  it('shows what it does not understand as it is', () => {
    expect(detailLine('{broken')).toBe('{broken');
    expect(detailLine('{"change":{"tlp":"RED"}}')).toBe('change: {"tlp":"RED"}');
  });
});
