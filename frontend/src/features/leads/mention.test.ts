import { describe, expect, it } from 'vitest';
import { askedName, marked, parts, withName } from './mention';

const wei = { id: 'person_1', name: 'Wei Chen' };
const weiChenlong = { id: 'person_2', name: 'Wei Chenlong' };

describe('a name in the making', () => {
  it('begins with an @ after a blank and ends with the caret', () => {
    expect(askedName('Ask @we', 7)).toBe('we');
    expect(askedName('@', 1)).toBe('');
    expect(askedName('你好，@魏', 5)).toBe('魏');
  });

  it('is no address and no marker', () => {
    expect(askedName('mail a@b', 8)).toBeNull();
    expect(askedName('@{1', 3)).toBeNull();
    expect(askedName('@wei chen', 9)).toBeNull();
  });

  it('gives way to the name that was chosen', () => {
    expect(withName('Ask @we now', 7, 'Wei Chen')).toEqual({ text: 'Ask @Wei Chen  now', caret: 14 });
  });
});

describe('the words as they are sent', () => {
  it('have a marker for each person who is named, as often as they are', () => {
    expect(marked('@Wei Chen and again @Wei Chen', [wei])).toEqual({
      body: '@{1} and again @{1}',
      mentions: ['person_1'],
    });
  });

  it('tell two names apart of which one begins the other', () => {
    expect(marked('@Wei Chen, @Wei Chenlong', [wei, weiChenlong])).toEqual({
      body: '@{2}, @{1}',
      mentions: ['person_2', 'person_1'],
    });
  });

  it('name nobody whose name was deleted again', () => {
    expect(marked('nobody', [wei])).toEqual({ body: 'nobody', mentions: [] });
  });
});

it('shows names in the place of their markers', () => {
  expect(parts('@{1}, look: @{2}', [{ marker: '@{1}', name: 'Wei Chen, Acme' }])).toEqual([
    { text: '@Wei Chen, Acme', named: true },
    { text: ', look: @{2}', named: false },
  ]);
});
