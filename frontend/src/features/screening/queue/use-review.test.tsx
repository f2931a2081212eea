import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { type Client, Provider } from 'urql';
import { beforeAll, expect, it, vi } from 'vitest';
import { fromPromise } from 'wonka';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import { useReview } from './use-review';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});

const row = (id: string, more: Partial<ScreenedOfferFragment> = {}) =>
  ({ id, version: 1, state: 'QUEUED', mayUndo: false, title: id, ...more }) as ScreenedOfferFragment;

interface Sent {
  input: Record<string, unknown>;
  answer: (payload: object) => void;
}

/** A review whose server answers when it is told to. */
function start() {
  const sent: Sent[] = [];
  const client = {
    executeMutation: ({ variables }: { variables: { input: Record<string, unknown> } }) =>
      fromPromise(
        new Promise((resolve) => {
          const answer = (payload: object) =>
            resolve({ data: { answered: { userErrors: [], ...payload } }, stale: false, hasNext: false });
          sent.push({ input: variables.input, answer });
        }),
      ),
  } as unknown as Client;
  const [onRefused, onUndone] = [vi.fn(), vi.fn()];
  const { result } = renderHook(() => useReview({ onRefused, onUndone }), {
    wrapper: ({ children }: { children: ReactNode }) => <Provider value={client}>{children}</Provider>,
  });
  return { sent, result, onRefused, onUndone };
}

it('takes a listing out of sight before the server has answered, and brings what comes next', async () => {
  const { sent, result } = start();
  act(() => result.current.judge(row('a'), { judgement: 'DISMISS', dismissal: 'NOT_MY_BRAND' }));
  expect(result.current.judged.get('a')).toBe(1);
  expect(sent[0]?.input).toEqual({ id: 'a', expectedVersion: 1, judgement: 'DISMISS', dismissal: 'NOT_MY_BRAND' });
  sent[0]?.answer({ screenedListing: row('a', { version: 2, state: 'DISMISSED', mayUndo: true }), next: [row('b')] });
  await waitFor(() => expect(result.current.come.map(({ id }) => id)).toEqual(['b']));
  expect(result.current.said?.listing?.version).toBe(2);
});

it('shows a listing again whose judgement was refused', async () => {
  const { sent, result, onRefused } = start();
  act(() => result.current.judge(row('a'), { judgement: 'CONFIRM' }));
  sent[0]?.answer({ userErrors: [{ code: 'STALE_VERSION', field: null, message: 'Somebody was faster.' }] });
  await waitFor(() => expect(onRefused).toHaveBeenCalledWith('a'));
  expect(result.current.judged.has('a')).toBe(false);
  expect(result.current.said).toBeNull();
});

it('takes back what was said last, also while it is on its way', async () => {
  const { sent, result, onUndone } = start();
  act(() => result.current.judge(row('a'), { judgement: 'SKIP' }));
  act(() => void result.current.undoLast());
  sent[0]?.answer({ screenedListing: row('a', { version: 2, state: 'SKIPPED', mayUndo: true }), next: [] });
  await waitFor(() => expect(sent[1]?.input).toEqual({ id: 'a', expectedVersion: 2 }));
  sent[1]?.answer({ screenedListing: row('a', { version: 3 }) });
  await waitFor(() => expect(onUndone).toHaveBeenCalledWith('a'));
  expect(result.current.judged.has('a')).toBe(false);
  expect(result.current.come.map(({ version }) => version)).toEqual([3]);
});

it('takes no lead back', async () => {
  const { sent, result } = start();
  act(() => result.current.judge(row('a'), { judgement: 'CONFIRM' }));
  await act(() => result.current.undoLast());
  expect(sent).toHaveLength(1);
});
