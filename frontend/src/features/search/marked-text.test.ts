import { describe, expect, it } from 'vitest';
import { parts } from './marked-text';

const shown = (text: string, marks: { start: number; length: number }[]) =>
  parts(text, marks).map((part) => (part.marked ? `[${part.text}]` : part.text));

describe('a text with marks', () => {
  it('is whole, with the marked parts apart', () => {
    expect(shown('Fake Nike shoes', [{ start: 5, length: 4 }])).toEqual(['Fake ', '[Nike]', ' shoes']);
    expect(shown('跑鞋', [{ start: 0, length: 2 }])).toEqual(['[跑鞋]']);
    expect(shown('nothing', [])).toEqual(['nothing']);
  });

  it('counts characters as the server does', () => {
    expect(shown('👟👟 Nike', [{ start: 3, length: 4 }])).toEqual(['👟👟 ', '[Nike]']);
  });
});
