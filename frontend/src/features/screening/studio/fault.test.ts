import { expect, test } from 'vitest';
import { faultOf, spanOf } from './fault';

const TOML = `# What we know
goods = ["jacket"]

[[products]]
number = "NH-2041"
prices = [{ minor = 0, currency = "CNY" }]

[[features]]
name = "old clasp"
weight = 1.5
`;

const told = (message: string, text = TOML) => {
  const { kind, line, about } = faultOf(`Please correct this: ${message}.`, text);
  return [kind, line, about];
};

test('a fault is told apart and found at its line', () => {
  expect(
    told('products: the price of `NH-2041` needs minor units above 0 and a currency of three capital letters'),
  ).toEqual(['PRICE', 5, 'NH-2041']);
  expect(told('features: weight of `old clasp`: the number has to be between 0 and 1')).toEqual([
    'SHARE',
    9,
    'old clasp',
  ]);
  expect(told('`products` cannot stand in rules of this scope')).toEqual(['MISPLACED', 4, 'products']);
  expect(told('the rules cannot be read: unknown field `goods`, expected one of `aliases`, `unlike`')).toEqual([
    'UNREADABLE',
    2,
    'unknown field `goods`, expected one of `aliases`, `unlike`',
  ]);
});

test('a line that is named counts', () => {
  const json = '{\n  "goods": [1]\n}';
  expect(
    told('the rules cannot be read: invalid type: integer `1`, expected a string at line 2 column 13', json),
  ).toEqual(['UNREADABLE', 2, 'invalid type: integer `1`, expected a string at line 2 column 13']);
});

test('a word that cannot be shown is at its list, and what has no place has none', () => {
  expect(told('goods: ` ` is empty, has more than 100 characters, or ones that cannot be shown')).toEqual([
    'WORD',
    2,
    ' ',
  ]);
  expect(told('the rules have more than 5000 words')).toEqual(['TOO_MANY_WORDS', null, '']);
  expect(told('something else')).toEqual(['OTHER', null, '']);
});

test('a line is marked from its first to its last letter', () => {
  expect(spanOf('ab\ncde\nf', 2)).toEqual([3, 6]);
  expect(spanOf('ab', 7)).toEqual([3, 3]);
});
