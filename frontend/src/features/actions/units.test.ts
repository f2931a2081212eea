import { expect, it } from 'vitest';
import en from '@/locales/en';
import zh from '@/locales/zh-Hans';
import { UNITS, unitOf } from './units';

it('is known by its names in both languages, whatever the case', () => {
  expect(['Pieces', ' 件 ', 'PCS', 'box', '盒', 'Kg'].map(unitOf)).toEqual([
    'piece',
    'piece',
    'piece',
    'box',
    'box',
    'kilogram',
  ]);
  expect(unitOf('fathom')).toBeUndefined();
});

it('is known by the name that the form offers, in both languages', () => {
  for (const texts of [en, zh]) expect(UNITS.map((unit) => unitOf(texts.actions.unitNames[unit]))).toEqual(UNITS);
});
