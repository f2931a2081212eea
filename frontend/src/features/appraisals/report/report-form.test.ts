import { describe, expect, it } from 'vitest';
import { reportFaults, reportInput, reportValues } from './report-form';

const written = {
  ...reportValues(['Seam', 'Weight'], null, 'Edith Farrow'),
  method: ' By eye ',
  process: 'Received sealed',
  reasons: 'The seam is glued',
  conclusion: 'COUNTERFEIT' as const,
  photos: [{ uploadId: 'file_1', name: 'seam.jpg', sha256: 'aa', caption: ' ' }],
};
const answered = {
  ...written,
  features: written.features.map((row) => ({ ...row, finding: 'NOT_AS_GENUINE' as const })),
};

describe('a report', () => {
  it('begins with the features that were given', () => {
    expect(written.features.map(({ feature, finding }) => [feature, finding])).toEqual([
      ['Seam', null],
      ['Weight', null],
    ]);
  });

  it('is sent without blanks and without empty rows', () => {
    const empty = { key: 'x', feature: ' ', finding: null, note: '' };
    const input = reportInput({ ...answered, features: [...answered.features, empty] });
    expect(input.method).toBe('By eye');
    expect(input.features).toHaveLength(2);
    expect(input.photos).toEqual([{ uploadId: 'file_1', caption: undefined }]);
    expect(input.seal).toBeUndefined();
  });

  it('is complete only with a finding for each feature', () => {
    expect(reportFaults(written, false)).toEqual({
      'features.0.finding': 'findingNeeded',
      'features.1.finding': 'findingNeeded',
    });
    expect(reportFaults(answered, false)).toEqual({});
  });

  it('needs features and photos, unless it could not be inspected', () => {
    const bare = { ...written, features: [], photos: [] };
    expect(reportFaults(bare, false)).toEqual({ features: 'featureNeeded', photos: 'photoNeeded' });
    expect(reportFaults({ ...bare, conclusion: 'UNABLE' }, false)).toEqual({});
  });

  it('that corrects another one says why, and begins with what that says', () => {
    const before = { ...reportInput(answered), features: reportInput(answered).features };
    const correction = reportValues([], { ...before, seal: 'K-1' }, 'Somebody');
    expect(correction).toMatchObject({ method: 'By eye', seal: 'K-1', signedName: 'Edith Farrow', photos: [] });
    expect(correction.features.map(({ finding }) => finding)).toEqual(['NOT_AS_GENUINE', 'NOT_AS_GENUINE']);
    expect(reportFaults(correction, true)).toEqual({ photos: 'photoNeeded', correction: 'correctionNeeded' });
  });
});
