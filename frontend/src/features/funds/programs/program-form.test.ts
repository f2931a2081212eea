import { expect, test } from 'vitest';
import { EMPTY, programFaults, programInput, programValues } from './program-form';

const FILLED = {
  ...EMPTY,
  name: ' Watches, spring ',
  purpose: 'What platforms sell as ours',
  startsOn: '2026-03-01',
  endsOn: '2026-05-31',
};
const money = (amount: string) => ({ amount, currency: 'CNY' });

test('what is missing is said at its field', () => {
  expect(programFaults(EMPTY, 'CNY')).toEqual({
    name: 'nameNeeded',
    purpose: 'purposeNeeded',
    startsOn: 'dayNeeded',
    endsOn: 'dayNeeded',
  });
  expect(programFaults(FILLED, 'CNY')).toEqual({});
  expect(programFaults({ ...FILLED, endsOn: '2026-02-28', named: true }, 'CNY')).toEqual({
    endsOn: 'daysWrong',
    memberIds: 'membersNeeded',
  });
});

test('a cap for a period needs its days, and days need a cap', () => {
  const caps = { ...EMPTY.caps, perPeriod: '5,000.00' };
  expect(programFaults({ ...FILLED, caps }, 'CNY')).toEqual({ 'caps.periodDays': 'periodWrong' });
  expect(programFaults({ ...FILLED, caps: { ...caps, periodDays: '30' } }, 'CNY')).toEqual({});
  expect(programFaults({ ...FILLED, caps: { ...EMPTY.caps, periodDays: '30' } }, 'CNY')).toEqual({
    'caps.periodDays': 'periodWrong',
  });
  expect(programFaults({ ...FILLED, caps: { ...EMPTY.caps, perSeller: '0' } }, 'CNY')).toEqual({
    'caps.perSeller': 'amountWrong',
  });
});

test('what is left empty is not capped, and nobody is named where all may take part', () => {
  const caps = { ...EMPTY.caps, perPurchase: '1,200.50' };
  expect(programInput({ ...FILLED, caps, memberIds: ['org_1'] })).toEqual({
    name: 'Watches, spring',
    purpose: 'What platforms sell as ours',
    startsOn: '2026-03-01',
    endsOn: '2026-05-31',
    memberIds: undefined,
    caps: {
      perPurchase: '1200.50',
      perMember: undefined,
      perPeriod: undefined,
      periodDays: undefined,
      perSeller: undefined,
    },
    requiredEvidence: [],
    approvalThreshold: undefined,
  });
});

test('a programme comes back from its form as it went in', () => {
  const program = {
    name: 'Watches',
    purpose: 'Why',
    startsOn: '2026-03-01',
    endsOn: '2026-05-31',
    open: false,
    members: [{ id: 'org_1', name: 'Orvelline' }],
    caps: {
      perPurchase: money('100.00'),
      perMember: null,
      perPeriod: money('500.00'),
      periodDays: 30,
      perSeller: null,
    },
    requiredEvidence: ['VIDEO' as const],
    approvalThreshold: money('80.00'),
  };
  expect(programInput(programValues(program))).toMatchObject({
    memberIds: ['org_1'],
    caps: { perPurchase: '100.00', perPeriod: '500.00', periodDays: 30 },
    requiredEvidence: ['VIDEO'],
    approvalThreshold: '80.00',
  });
});
