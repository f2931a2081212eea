import { describe, expect, it } from 'vitest';
import { descriptionInput, descriptionOf } from './group-form';

const group = { name: 'Watches', purpose: 'Forged movements', confidential: true, expiresAt: '2027-02-28T12:00:00Z' };

describe('the description of a sharing group', () => {
  it('keeps the moment of an end that nobody changed', () => {
    expect(descriptionInput(descriptionOf(group), group)).toEqual(group);
  });

  it('ends with the last day that was chosen, or never', () => {
    const description = descriptionOf(group);
    const endOf = (expiresAt: string) => descriptionInput({ ...description, expiresAt }, group).expiresAt;
    expect(endOf('2027-03-01')).toBe('2027-03-01T23:59:59Z');
    expect(endOf('')).toBeUndefined();
  });
});
