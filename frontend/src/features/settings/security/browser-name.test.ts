import { expect, test } from 'vitest';
import { browserName, isPhone } from './browser-name';

const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36 Edg/136.0.0.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1';

test('a browser has the name that people know it by', () => {
  expect(browserName(EDGE)).toBe('Edge, Windows');
  expect(browserName(IPHONE)).toBe('Safari, iOS');
  expect(isPhone(EDGE)).toBe(false);
  expect(isPhone(IPHONE)).toBe(true);
});

test('what is no browser says what it is', () => {
  expect(browserName('touchstone-sync/2.1')).toBe('touchstone-sync/2.1');
});
