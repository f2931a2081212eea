import { describe, expect, it } from 'vitest';
import { detailLine } from './audit-entry';

describe('the metadata of an entry', () => {
  it('reads as a line', () => {
    expect(detailLine('{"from":"ACTIVE","to":"SUSPENDED","roles":["MA","MI"],"count":3}')).toBe(
      'from: ACTIVE · to: SUSPENDED · roles: MA, MI · count: 3',
    );
  });

  it('leaves out what says nothing', () => {
    expect(detailLine('null')).toBe('');
    expect(detailLine('{"reason":null,"brands":[]}')).toBe('');
  });

  it('shows what it does not understand as it is', () => {
    expect(detailLine('{broken')).toBe('{broken');
    expect(detailLine('{"change":{"tlp":"RED"}}')).toBe('change: {"tlp":"RED"}');
  });
});
