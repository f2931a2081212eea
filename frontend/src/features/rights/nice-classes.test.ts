import { describe, expect, it } from 'vitest';
import { readNiceClasses } from './nice-classes';

describe('Nice classes', () => {
  it('reads what people type, each class once and in order', () => {
    expect(readNiceClasses('25, 9 18;9')).toEqual([9, 18, 25]);
    expect(readNiceClasses('9、18，25')).toEqual([9, 18, 25]);
  });

  it('takes nothing for none', () => {
    expect(readNiceClasses('  ')).toEqual([]);
  });

  it('refuses what is no class', () => {
    for (const typed of ['0', '46', '9, shoes', '-3', '1.5', '999']) expect(readNiceClasses(typed)).toBeNull();
  });
});
