import { cleanup, render } from '@testing-library/react';
import { type Client, CombinedError, Provider } from 'urql';
import { beforeEach, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import { useLeadActivity } from './lead-activity-feed';

beforeEach(cleanup);

function Follows({ onLost }: { onLost: () => void }) {
  return <output>{useLeadActivity('lead_1', onLost)}</output>;
}

/** Follows a lead whose stream ends with an error of this code. */
function follow(code: string) {
  const error = new CombinedError({ graphQLErrors: [{ message: code, extensions: { code } }] });
  const client = {
    executeSubscription: () => fromValue({ error, stale: false, hasNext: false }),
  } as unknown as Client;
  const onLost = vi.fn();
  render(
    <Provider value={client}>
      <Follows onLost={onLost} />
    </Provider>,
  );
  return onLost;
}

it('tells at once that a lead is out of sight', () => {
  expect(follow('NOT_FOUND')).toHaveBeenCalledOnce();
});

it('takes a stream that broke for another reason up again, later', () => {
  expect(follow('UNAVAILABLE')).not.toHaveBeenCalled();
});
