import { describe, expect, it } from 'vitest';
import { askedOf, checkFaults, checkInput, NOTHING } from './check-form';

const shop = { ...NOTHING, brandId: 'brand_1', platform: ' taobao ', shopId: '123 ' };
const certificate = { ...NOTHING, brandId: 'brand_1', by: 'certificate' as const, number: 'AUT-1207' };

describe('the check of an authorisation', () => {
  it('needs a brand and exactly one thing by which somebody is known', () => {
    expect(Object.keys(checkFaults(NOTHING))).toEqual(['brandId', 'platform', 'shopId']);
    expect(Object.keys(checkFaults({ ...NOTHING, by: 'certificate' }))).toEqual(['brandId', 'number']);
    expect(checkFaults(shop)).toEqual({});
    expect(checkFaults(certificate)).toEqual({});
  });

  it('asks of that alone', () => {
    expect(checkInput(shop)).toEqual({ brandId: 'brand_1', by: { shop: { platform: 'taobao', shopId: '123' } } });
    expect(checkInput(certificate)).toEqual({ brandId: 'brand_1', by: { certificateNumber: 'AUT-1207' } });
    expect([askedOf(shop), askedOf(certificate)]).toEqual(['taobao · 123', 'AUT-1207']);
  });
});
