import { describe, expect, it } from 'vitest';
import { emptyPower, openSide } from './power-form';

describe('a new power of attorney', () => {
  it('is given by a right holder', () => {
    const values = emptyPower({ id: 'org_brand', kind: 'MEMBER_BRAND' });
    expect(values).toMatchObject({ principalId: 'org_brand', agentId: null });
    expect(openSide('MEMBER_BRAND')).toBe('agentId');
  });

  it('is handed in by who acts for others', () => {
    for (const kind of ['AGENT_FIRM', 'ASSOCIATION'] as const) {
      expect(emptyPower({ id: 'org_firm', kind })).toMatchObject({ principalId: null, agentId: 'org_firm' });
    }
  });

  it('holds a year and allows to read at first', () => {
    const values = emptyPower({ id: 'org_brand', kind: 'MEMBER_BRAND' }, '2026-11-22');
    expect(values).toMatchObject({ validFrom: '2026-11-22', validTo: '2027-11-21', actions: ['READ_LEADS'] });
  });
});
