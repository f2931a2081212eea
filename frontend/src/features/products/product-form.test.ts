import { describe, expect, it } from 'vitest';
import { emptyProduct, isGtin, linesOf, productFaults, productInput } from './product-form';

const filled = { ...emptyProduct(), brandId: 'brand_1', modelNumber: ' TD-3 ', name: 'Tide 3' };

describe('the form of a product sheet', () => {
  it('says what is missing or wrong', () => {
    expect(Object.keys(productFaults(emptyProduct()))).toEqual(['brandId', 'modelNumber', 'name']);
    expect(productFaults(filled)).toEqual({});
    expect(productFaults({ ...filled, gtin: '6291041500214' })).toHaveProperty('gtin');
    expect(productFaults({ ...filled, price: 'much' })).toHaveProperty('price');
    expect(productFaults({ ...filled, price: '799', foundOn: '' })).toHaveProperty('foundOn');
    expect(productFaults({ ...filled, minimumQuantity: '0' })).toHaveProperty('minimumQuantity');
  });

  it('sends what was given, and leaves out what was not', () => {
    const input = productInput({
      ...filled,
      price: '1,799.00',
      routes: 'Ningbo to Rotterdam\n\n',
      minimumQuantity: '12',
    });
    expect(input).toMatchObject({
      modelNumber: 'TD-3',
      description: undefined,
      genuinePrice: { price: { amount: '1799.00', currency: 'CNY' }, basis: 'GENUINE_PRICE' },
      routes: ['Ningbo to Rotterdam'],
      sellers: [],
      minimumQuantity: 12,
    });
    expect(productInput(filled).genuinePrice).toBeUndefined();
  });

  it('takes lines apart', () => {
    expect(linesOf(' one\n\n two ')).toEqual(['one', 'two']);
  });

  it('checks the last digit of a trade item number', () => {
    for (const right of ['', '6291041500213', '06291041500213', '96385074', '036000291452', '629 1041-500213'])
      expect(isGtin(right), right).toBe(true);
    for (const wrong of ['6291041500214', '123', 'abcdefgh']) expect(isGtin(wrong), wrong).toBe(false);
  });
});
