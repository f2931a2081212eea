import { Blob as Bytes } from 'node:buffer';
import { expect, test } from 'vitest';
import { endOfPiece, placeOfLine } from './lines';

const file = (text: string) => new Bytes([text]) as unknown as Blob;

test('a line is found by its number, the one after the last at the end', async () => {
  const three = file('a\n标题\nc\n');
  expect(await placeOfLine(three, 1)).toEqual({ line: 1, offset: 0 });
  expect(await placeOfLine(three, 2)).toEqual({ line: 2, offset: 2 });
  expect(await placeOfLine(three, 3)).toEqual({ line: 3, offset: 9 });
  expect(await placeOfLine(three, 4)).toEqual({ line: 4, offset: three.size });
  expect(await placeOfLine(three, 5)).toBeNull();
});

test('a last line without an end is a line', async () => {
  expect(await placeOfLine(file('a\nb'), 3)).toEqual({ line: 3, offset: 3 });
  expect(await placeOfLine(file('a\nb'), 4)).toBeNull();
});

test('the search goes on from a place before', async () => {
  expect(await placeOfLine(file('a\nb\nc\n'), 3, { line: 2, offset: 2 })).toEqual({ line: 3, offset: 4 });
});

test('a file of many pieces is read through', async () => {
  const line = `${'x'.repeat(99)}\n`;
  const long = file(line.repeat(30_000));
  expect(await placeOfLine(long, 25_001)).toEqual({ line: 25_001, offset: 2_500_000 });
});

test('a piece ends with a line', async () => {
  const lines = file('aa\nbb\ncc\n');
  expect(await endOfPiece(lines, 0, 7)).toBe(6);
  expect(await endOfPiece(lines, 6, 7)).toBe(9);
  expect(await endOfPiece(lines, 0, 100)).toBe(9);
});

test('a line that is longer than a piece goes as a whole', async () => {
  expect(await endOfPiece(file(`aaaaaaaa\n${'b\n'.repeat(10)}`), 0, 3)).toBe(11);
  expect(await endOfPiece(file('aaaaaaaa'), 0, 3)).toBe(8);
});
