import { describe, expect, it } from 'vitest';
import { keptMapping, mappingInput, remapped, suggestedMapping } from './mapping';

const columns = [
  { name: 'what', suggestion: 'TITLE' as const },
  { name: 'note', suggestion: 'SUMMARY' as const },
  { name: 'x' },
];

describe('a mapping of columns', () => {
  it('begins with what the names suggest', () => {
    expect(suggestedMapping(columns)).toEqual({ what: 'TITLE', note: 'SUMMARY', x: null });
    expect(mappingInput(suggestedMapping(columns))).toEqual([
      { column: 'what', field: 'TITLE' },
      { column: 'note', field: 'SUMMARY' },
    ]);
  });

  it('puts one column into a field, but several into the summary', () => {
    const mapping = suggestedMapping(columns);
    expect(remapped(mapping, 'x', 'TITLE')).toEqual({ what: null, note: 'SUMMARY', x: 'TITLE' });
    expect(remapped(mapping, 'x', 'SUMMARY')).toEqual({ what: 'TITLE', note: 'SUMMARY', x: 'SUMMARY' });
    expect(remapped(mapping, 'what', null)).toEqual({ what: null, note: 'SUMMARY', x: null });
  });

  it('is taken from what was kept as far as the table has its columns', () => {
    const kept = [
      { column: 'what', field: 'URL' as const },
      { column: 'gone', field: 'TITLE' as const },
    ];
    expect(keptMapping(['what', 'x'], kept)).toEqual({ what: 'URL', x: null });
  });
});
