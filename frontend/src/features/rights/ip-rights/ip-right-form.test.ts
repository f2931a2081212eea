import { describe, expect, it } from 'vitest';
import type { IpRightFormFragment } from '@/gql/graphql';
import { FACT_FIELDS, isFactField } from './fact-fields';
import { emptyIpRight, factsInput, faults, readLocarnoClasses, valuesOf } from './ip-right-form';

const right: IpRightFormFragment = {
  id: 'right_1',
  kind: 'DESIGN',
  title: 'Bottle',
  titleZh: null,
  holder: { id: 'org_1' },
  brands: [{ id: 'brand_1', name: 'Orvelline', nameZh: null }],
  office: 'EM',
  applicationNumber: null,
  registrationNumber: '015012345-0001',
  st13: null,
  niceClasses: [33],
  locarnoClasses: ['09-01'],
  goods: null,
  territory: ['EU'],
  filedOn: '2020-01-02',
  inForceFrom: '2020-03-04',
  expiresOn: null,
  recordUrl: null,
  version: 3,
  allowedActions: ['UPDATE'],
};

describe('the form of a right', () => {
  it('gives back what it was given', () => {
    const { id: _id, holder: _holder, brands, version: _version, allowedActions: _actions, ...facts } = right;
    const given = Object.fromEntries(Object.entries(facts).map(([field, value]) => [field, value ?? undefined]));
    expect(factsInput(valuesOf(right))).toEqual({ ...given, brandIds: brands.map((brand) => brand.id) });
  });

  it('leaves out what was emptied, and spaces', () => {
    const facts = factsInput({ ...emptyIpRight(), title: ' ORVELLINE ', goods: '  ', niceClasses: ['25', '3'] });
    expect(facts).toMatchObject({ title: 'ORVELLINE', goods: undefined, niceClasses: [3, 25], filedOn: undefined });
  });

  it('sends Locarno classes of designs alone, as the contract writes them', () => {
    const typed = { ...emptyIpRight(), locarnoClasses: '3-1，02-04 3-01' };
    expect(factsInput({ ...typed, kind: 'DESIGN' }).locarnoClasses).toEqual(['02-04', '03-01']);
    expect(factsInput(typed).locarnoClasses).toEqual([]);
    expect(readLocarnoClasses('2')).toBeNull();
  });

  it('says what is not right', () => {
    expect(Object.keys(faults({ ...emptyIpRight(), office: '' }))).toEqual(['title', 'brandIds', 'office']);
    const written = { ...emptyIpRight(), title: 'A', brandIds: ['brand_1'] };
    expect(faults(written)).toEqual({});
    expect(faults({ ...written, st13: 'US50202509955100' })).toHaveProperty('st13');
    expect(faults({ ...written, st13: 'CN502025099551004' })).toEqual({});
    expect(faults({ ...written, locarnoClasses: '33-01' })).toHaveProperty('locarnoClasses');
    expect(faults({ ...written, recordUrl: 'http://register.example' })).toHaveProperty('recordUrl');
  });

  it('knows the order of days, and that a copyright begins before anybody applies', () => {
    const days = { ...emptyIpRight(), title: 'A', brandIds: ['b'], filedOn: '2020-02-01', inForceFrom: '2020-01-01' };
    expect(faults(days)).toHaveProperty('inForceFrom');
    expect(faults({ ...days, kind: 'COPYRIGHT' })).toEqual({});
    expect(faults({ ...days, filedOn: '', expiresOn: '2019-12-31' })).toHaveProperty('expiresOn');
  });

  it('has a field for everything that can be refused', () => {
    expect(Object.keys(FACT_FIELDS).filter((field) => !(field in emptyIpRight()))).toEqual([]);
    expect(isFactField('registrationNumber')).toBe(true);
    expect(isFactField('reason')).toBe(false);
  });
});
