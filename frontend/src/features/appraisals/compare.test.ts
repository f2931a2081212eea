import { describe, expect, it } from 'vitest';
import { changedParts, chosenVersions } from './compare';

const report = {
  conclusion: 'COUNTERFEIT',
  method: 'By eye and by weight',
  process: 'Received sealed',
  reasons: 'The seam is glued',
  features: [{ feature: 'Seam', finding: 'NOT_AS_GENUINE' as const, note: null }],
  photos: [{ sha256: 'aa', caption: 'The seam' }],
  signedName: 'Edith Farrow',
  seal: null,
};

describe('two versions of a report', () => {
  it('that say the same differ in nothing', () => {
    expect(changedParts(report, { ...report, method: 'By eye and by weight\n' })).toEqual([]);
  });

  it('differ part by part', () => {
    const other = {
      ...report,
      conclusion: 'GENUINE',
      features: [{ feature: 'Seam', finding: 'AS_GENUINE' as const, note: 'Sewn beneath' }],
      photos: [],
    };
    expect(changedParts(report, other)).toEqual(['conclusion', 'features', 'photos']);
    expect(changedParts(report, { ...report, seal: 'K-1' })).toEqual(['signature']);
  });
});

describe('which versions stand beside each other', () => {
  it('the last two where nothing is asked for, or what is not there', () => {
    expect(chosenVersions([1, 2, 3], undefined, undefined)).toEqual([2, 3]);
    expect(chosenVersions([1, 2, 3], '9', 'x')).toEqual([2, 3]);
  });

  it('those that were asked for', () => {
    expect(chosenVersions([1, 2, 3], '1', '2')).toEqual([1, 2]);
  });

  it('one alone where there is one', () => {
    expect(chosenVersions([1], undefined, undefined)).toEqual([undefined, 1]);
    expect(chosenVersions([], undefined, undefined)).toEqual([undefined, undefined]);
  });
});
