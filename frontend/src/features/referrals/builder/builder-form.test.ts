import { describe, expect, it } from 'vitest';
import type { ReferralBuilderFragment } from '@/gql/graphql';
import { builderInput, isValued, valuesOf } from './builder-form';

const referral = {
  id: 'referral_1',
  title: 'Forged movements in Yunqi',
  version: 3,
  contact: { id: 'person_1', name: 'Ada' },
  officers: [{ officer: { id: 'officer_1' } }],
  country: 'CN',
  divisionCode: '3301',
  handlingCode: 'H1',
  language: 'ZH_HANS',
  content: {
    facts: 'A workshop.',
    leads: [{ id: 'lead_1' }, { id: 'lead_2' }],
    rights: [{ right: { id: 'right_1' } }],
    items: [{ id: 'item_1' }, { id: 'item_2' }],
    subjects: [],
    evidence: [{ id: 'evidence_2' }],
    valuation: null,
    noAppraisalReason: 'NO_SAMPLE',
  },
} as unknown as ReferralBuilderFragment;

describe('the form of a referral', () => {
  it('sends back what it was given', () => {
    expect(builderInput(valuesOf(referral), new Map())).toMatchObject({
      title: 'Forged movements in Yunqi',
      officerIds: ['officer_1'],
      leadIds: ['lead_1', 'lead_2'],
      itemIds: ['item_1', 'item_2'],
      divisionCode: '3301',
      valuation: undefined,
      noAppraisalReason: 'NO_SAMPLE',
      safetyNotes: '',
    });
  });

  it('leaves out what belongs to a lead that was taken out', () => {
    const values = { ...valuesOf(referral), leadIds: ['lead_1'] };
    const parts = new Map([
      ['lead_1', ['item_1']],
      ['lead_2', ['item_2', 'evidence_2']],
    ]);
    expect(builderInput(values, parts)).toMatchObject({ itemIds: ['item_1'], evidenceIds: [] });
  });

  it('says a value as a whole', () => {
    const values = { ...valuesOf(referral), amount: '1,250,000.50', source: 'Price list', date: '2026-03-01' };
    expect(isValued(values)).toBe(true);
    expect(builderInput({ ...values, basis: 'GENUINE_PRICE' }, new Map()).valuation).toEqual({
      amount: '1250000.50',
      currency: 'CNY',
      basis: 'GENUINE_PRICE',
      source: 'Price list',
      date: '2026-03-01',
    });
    expect(isValued(valuesOf(referral))).toBe(false);
  });
});
