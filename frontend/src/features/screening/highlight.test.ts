import { expect, test } from 'vitest';
import { pieces } from './highlight';

const marked = (text: string, ...signs: [words: string, weight: number, field?: string][]) =>
  pieces(
    text,
    signs.map(([words, weight, field = 'title']) => ({ words, weight, field })),
    'title',
  ).map(({ text: part, speaks }) => (speaks ? `[${speaks}:${part}]` : part));

test('words that are signs stand out, with what they speak for', () => {
  expect(marked('N0rdhaven jacket, 高仿 1:1, compatible', ['N0rdhaven', 1.2], ['高仿', 2], ['compatible', -4])).toEqual(
    ['[for:N0rdhaven]', ' jacket, ', '[for:高仿]', ' 1:1, ', '[against:compatible]'],
  );
});

test('each place counts, in whatever case, and only in its own field', () => {
  expect(marked('Replica REPLICA', ['replica', 1])).toEqual(['[for:Replica]', ' ', '[for:REPLICA]']);
  expect(marked('replica', ['replica', 1, 'text'])).toEqual(['replica']);
});

test('of signs that overlap the longer one counts, and nothing is lost', () => {
  expect(marked('top replica bag', ['replica', 1], ['top replica', 2])).toEqual(['[for:top replica]', ' bag']);
  expect(marked('', ['x', 1])).toEqual([]);
  expect(marked('plain', [' ', 1], ['other', 1])).toEqual(['plain']);
});
