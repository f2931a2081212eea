import { describe, expect, it } from 'vitest';
import { BULK_VALUES, bulkAction, DELIVERY_ACTIONS, LEAD_ACTIONS, missing } from './bulk-action';

describe('an act on many', () => {
  it('says one thing to the server', () => {
    for (const kind of [...LEAD_ACTIONS, ...DELIVERY_ACTIONS]) {
      expect(Object.keys(bulkAction(kind, BULK_VALUES))).toEqual([kind]);
    }
    expect(bulkAction('triage', BULK_VALUES)).toEqual({ triage: { grade: 'C3', priority: 'NORMAL' } });
    expect(bulkAction('assign', { ...BULK_VALUES, personId: 'p' })).toEqual({ assign: { personId: 'p' } });
    expect(bulkAction('assign', BULK_VALUES)).toEqual({ assign: {} });
    expect(bulkAction('share', { ...BULK_VALUES, organizationIds: ['a'], groupIds: ['b'] })).toEqual({
      share: { grants: [{ organizationId: 'a' }, { groupId: 'b' }] },
    });
  });

  it('wants a reason where others are to read one', () => {
    expect(missing('raiseTlp', BULK_VALUES)).toBe('reason');
    expect(missing('answer', { ...BULK_VALUES, reason: 'as seen' })).toBeNull();
    expect(missing('share', BULK_VALUES)).toBe('organizationIds');
    expect(missing('reject', BULK_VALUES)).toBeNull();
    expect(missing('assign', BULK_VALUES)).toBeNull();
  });
});
