import { expect, it } from 'vitest';
import { costOfPieces, courseOf, released, shortfallOf } from './money-course';

const cny = (amount: string) => ({ amount, currency: 'CNY' });
const none = cny('0.00');

it('shows what was asked for alone before anything is approved', () => {
  const course = courseOf({ asked: cny('320.00'), approved: null, held: none, captured: none, refunded: none });
  expect(course.filter(({ reached }) => reached).map(({ station }) => station)).toEqual(['asked']);
  expect(course.map(({ station }) => station)).toEqual(['asked', 'approved', 'held', 'captured']);
});

it('lets the rest go back once nothing is held any more', () => {
  const sums = { asked: cny('320.00'), approved: cny('220.00'), captured: cny('180.05'), refunded: none };
  expect(released({ ...sums, held: cny('39.95') })).toBeNull();
  expect(released({ ...sums, held: none })).toEqual(cny('39.95'));
  expect(released({ ...sums, held: none }, [cny('10.00')])).toEqual(cny('49.95'));
  expect(released({ ...sums, captured: cny('219.95'), held: none })).toEqual(cny('0.05'));
});

it('knows currencies without smaller parts', () => {
  const jpy = (amount: string) => ({ amount, currency: 'JPY' });
  const sums = { asked: jpy('900'), approved: jpy('900'), captured: jpy('899'), refunded: jpy('0'), held: jpy('0') };
  expect(released(sums)).toEqual(jpy('1'));
});

it('says what fewer pieces come to, and what lacks', () => {
  expect(costOfPieces(2, cny('100.00'), cny('20.00'), none)).toBe(22_000n);
  expect(shortfallOf(22_000n, cny('200.00'))).toBe(2_000n);
  expect(shortfallOf(22_000n, cny('220.00'))).toBeNull();
});
