import { expect, test } from 'vitest';
import { waitText } from './format';

test('a wait is told in the largest unit that fits, and never as shorter than it is', () => {
  expect(waitText(1, 'en')).toBe('in 1 second');
  expect(waitText(59, 'en')).toBe('in 59 seconds');
  expect(waitText(60, 'en')).toBe('in 1 minute');
  expect(waitText(121, 'en')).toBe('in 3 minutes');
  expect(waitText(3600, 'en')).toBe('in 1 hour');
  expect(waitText(900, 'zh-Hans')).toBe('15分钟后');
});
