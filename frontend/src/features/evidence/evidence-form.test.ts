import { describe, expect, it } from 'vitest';
import { kindOf, localMoment, momentOf, stricter } from './evidence-form';

describe('the form of evidence', () => {
  it('guesses what a file is', () => {
    const file = (type: string) => new File(['x'], 'x', { type });
    expect(
      ['image/png', 'video/mp4', 'text/html', 'text/plain', 'application/pdf'].map((t) => kindOf(file(t))),
    ).toEqual(['SCREENSHOT', 'VIDEO', 'HTML', 'CHAT', 'DOCUMENT']);
    expect(kindOf(null)).toBe('PHYSICAL_SAMPLE');
  });

  it('offers no wider TLP than the lead has', () => {
    expect(stricter('AMBER')).toEqual(['AMBER', 'AMBER_STRICT', 'RED']);
    expect(stricter('RED')).toEqual(['RED']);
  });

  it('keeps the moment through the input for local time', () => {
    const at = new Date('2026-03-09T01:23:00Z');
    const { collectedAt, collectedOffset } = momentOf(localMoment(at));
    expect(collectedAt).toBe('2026-03-09T01:23:00.000Z');
    expect(collectedOffset).toBe(0 - at.getTimezoneOffset());
  });
});
