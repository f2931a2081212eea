import { describe, expect, it } from 'vitest';
import { emptyItem, isAmount, itemInputs, itemsFromPaste } from './lead-form';

describe('lead form', () => {
  it('does not send rows nobody filled in', () => {
    const filled = { ...emptyItem(), url: ' https://shop.example/1 ' };
    expect(itemInputs([emptyItem(), filled])).toEqual([
      {
        title: 'https://shop.example/1',
        url: 'https://shop.example/1',
        brandId: undefined,
        seller: undefined,
        price: undefined,
      },
    ]);
  });

  it('makes one row for each pasted address', () => {
    const pasted = itemsFromPaste('https://a.example/1\nsee also https://b.example/2, http://c.example/3');
    expect(pasted.map(({ url }) => url)).toEqual(['https://a.example/1', 'https://b.example/2', 'http://c.example/3']);
  });

  it.each([
    ['', true],
    ['1234.50', true],
    ['1,234', false],
    ['-1', false],
    ['1e9', false],
  ])('amount %j is %s', (text, expected) => {
    expect(isAmount(text)).toBe(expected);
  });
});
