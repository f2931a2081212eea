import { expect, it } from 'vitest';
import { many, one, searchShape, step } from './search-params';

const shape = searchShape({ sort: one({ Oldest: 'oldest' }), states: many({ Draft: 'DRAFT', Shared: 'SHARED' }) });

it('reads what it knows', () => {
  expect(shape({ sort: 'oldest', states: 'SHARED,GONE', more: 'x' })).toEqual({ sort: 'oldest', states: ['SHARED'] });
});

it('says of what means nothing that it is undefined, because the router would keep it otherwise', () => {
  const read = shape({ sort: 'sideways', states: 'GONE' });
  expect({ sort: 'sideways', states: 'GONE', ...read }).toEqual({ sort: undefined, states: undefined });
});

it('takes whatever may be a step, which the page compares with what is allowed', () => {
  const steps = searchShape({ do: step<'SHARE' | 'RETRACT'>() });
  expect([steps({ do: 'SHARE' }).do, steps({ do: 'share' }).do, steps({ do: 7 }).do]).toEqual([
    'SHARE',
    undefined,
    undefined,
  ]);
});
