import { describe, expect, it } from 'vitest';
import {
  emptyIdentifier,
  fits,
  hintsOf,
  identifierInput,
  identifierInputs,
  ofKind,
  personalInput,
  taking,
} from './subject-form';

describe('what a subject is known by', () => {
  it('goes with the hints of its kind only', () => {
    const row = { ...emptyIdentifier('SHOP', ' 12345 '), platform: 'taobao', bank: 'ICBC', country: 'GB' };
    expect(identifierInput(row)).toEqual({ kind: 'SHOP', value: '12345', platform: 'taobao' });
    expect(identifierInput(ofKind(row, 'WECHAT'))).toEqual({ kind: 'WECHAT', value: '12345' });
  });

  it('is a division in China and a postcode elsewhere, of an address', () => {
    expect(hintsOf({ kind: 'ADDRESS', country: 'CN' })).toEqual(['country', 'division']);
    expect(hintsOf({ kind: 'ADDRESS', country: 'GB' })).toEqual(['country', 'postcode']);
  });

  it('is no paper but of a person', () => {
    expect(fits('COMPANY', 'PASSPORT')).toBe(false);
    expect(fits('PERSON', 'PASSPORT')).toBe(true);
    expect(fits('COMPANY', 'PHONE')).toBe(true);
  });

  it('leaves out rows that nobody filled', () => {
    expect(identifierInputs([emptyIdentifier(), emptyIdentifier('QQ', '70090010')])).toEqual([
      { kind: 'QQ', value: '70090010' },
    ]);
  });

  it('takes what was found once, in the place of empty rows', () => {
    const present = emptyIdentifier('QQ', '70090010');
    const found = [emptyIdentifier('QQ', '70090010'), emptyIdentifier('EMAIL', 'a@b.example')];
    const taken = taking([present, emptyIdentifier()], [...found, ...found]);
    expect(taken.map(({ kind }) => kind)).toEqual(['QQ', 'EMAIL']);
    expect(taken[0]?.key).toBe(present.key);
  });
});

describe('personal data', () => {
  it('need a purpose and a legal basis, and keep the moment that nobody changed', () => {
    const values = { purpose: 'REFERRAL', legalBasis: 'LEGAL_CLAIMS', retainUntil: '2028-03-09' } as const;
    expect(personalInput({ ...values, legalBasis: null })).toBeUndefined();
    expect(personalInput(values)?.retainUntil).toBe('2028-03-09T23:59:59Z');
    expect(personalInput(values, '2028-03-09T01:00:00Z')?.retainUntil).toBe('2028-03-09T01:00:00Z');
    expect(personalInput({ ...values, retainUntil: '' })?.retainUntil).toBeUndefined();
  });
});
