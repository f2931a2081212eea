import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, CombinedError, type Exchange, type OperationResult } from '@urql/core';
import { Provider } from 'urql';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { filter, map, pipe } from 'wonka';
import { startI18n, wantTexts } from '@/lib/i18n';
import { IpRightForce } from './ip-right-force';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});
beforeEach(cleanup);

it('says what failed, and asks again', async () => {
  let reply: Pick<OperationResult, 'data' | 'error'> = {
    data: undefined,
    error: new CombinedError({ networkError: new Error('gone') }),
  };
  const server: Exchange = () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'query'),
      map((operation) => ({ operation, ...reply, stale: false, hasNext: false })),
    );
  render(
    <MantineProvider env="test">
      <Provider value={new Client({ url: '/graphql', exchanges: [server], preferGetMethod: false })}>
        <IpRightForce right={{ id: 'right_1' }} />
      </Provider>
    </MantineProvider>,
  );
  await screen.findByText(/The server cannot be reached/);
  reply = { data: { ipRight: { id: 'right_1', force: { inForce: true, lack: null } } } };
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Yes, it can be cited.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});
