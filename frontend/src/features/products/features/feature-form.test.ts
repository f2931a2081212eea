import { describe, expect, it } from 'vitest';
import { emptyFeature, featureFaults, featureInput, labelsFor, tlpOf } from './feature-form';

const seam = { ...emptyFeature(true), feature: 'Seam', genuine: ' Waxed ', fake: 'Dry' };

describe('what tells fakes apart, as a form', () => {
  it('is for the house where nobody says otherwise, and RED where it is not plain to see', () => {
    expect(tlpOf(seam)).toBe('AMBER_STRICT');
    expect(tlpOf({ ...seam, detectability: 'COVERT', tlp: 'GREEN' })).toBe('RED');
    expect(emptyFeature(false).tlp).toBe('AMBER');
  });

  it('is never opened further, and by agents not kept from themselves', () => {
    expect(labelsFor(true)).toHaveLength(5);
    expect(labelsFor(true, 'AMBER_STRICT')).toEqual(['AMBER_STRICT', 'RED']);
    expect(labelsFor(false)).toEqual(['CLEAR', 'GREEN', 'AMBER']);
  });

  it('names readers under RED alone', () => {
    expect(featureInput({ ...seam, readerIds: ['person_1'] }).readerIds).toBeUndefined();
    expect(featureInput({ ...seam, tlp: 'RED', readerIds: ['person_1'] }).readerIds).toEqual(['person_1']);
    expect(featureInput({ ...seam, tlp: 'RED' }).readerIds).toBeUndefined();
    expect(featureInput(seam)).toMatchObject({ genuine: 'Waxed', tlp: 'AMBER_STRICT' });
  });

  it('says what is missing', () => {
    expect(Object.keys(featureFaults(emptyFeature(true)))).toEqual(['feature', 'genuine', 'fake']);
    expect(featureFaults(seam)).toEqual({});
  });
});
