import { describe, expect, it } from 'vitest';
import en from './en';
import zhHans from './zh-Hans';

type Texts = { [key: string]: string | Texts };

function flatten(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

const english = new Map(flatten(en));
const chinese = new Map(flatten(zhHans as Texts));
const placeholders = (text = '') => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe('the two languages', () => {
  it('hold the same keys', () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('leave nothing empty', () => {
    const empty = [...english, ...chinese].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fill in the same values', () => {
    for (const [key, text] of english) expect([key, placeholders(chinese.get(key))]).toEqual([key, placeholders(text)]);
  });
});
