import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Client, type Exchange } from '@urql/core';
import { Provider } from 'urql';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { filter, map, pipe } from 'wonka';
import type { LeadPageFragment } from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import MergeDialog from './merge-dialog';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});
beforeEach(() => sessionStorage.clear());

const lead = {
  id: 'lead_1',
  reference: 'LD-26-AAAAAA',
  version: 3,
  possibleDuplicates: [
    { id: 'lead_2', reference: 'LD-26-BBBBBB', title: 'Hang tags', state: 'SHARED' },
    { id: 'lead_3', reference: 'LD-26-CCCCCC', title: 'Resolved', state: 'RESOLVED' },
  ],
} as unknown as LeadPageFragment;

/** A server where somebody changes the other lead before the first try. */
function server(sent: unknown[]): Exchange {
  let version = 7;
  const preview = () => ({
    lead: { id: 'lead_2', reference: 'LD-26-BBBBBB', title: 'Hang tags', version },
    previewMerge: { tlp: 'AMBER_STRICT', handlingCode: 'H0', peopleLosingSight: 2 },
  });
  const merge = () => {
    const stale = version === 7;
    version = 8;
    const userErrors = stale ? [{ code: 'STALE_VERSION', field: null, message: 'Changed.' }] : [];
    return { mergeLead: { lead: null, userErrors } };
  };
  return () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind !== 'teardown'),
      map((operation) => {
        if (operation.kind === 'mutation') sent.push(operation.variables?.input);
        const data = operation.kind === 'mutation' ? merge() : preview();
        return { operation, data, stale: false, hasNext: false };
      }),
    );
}

it('offers those with the same listing, says what merging does, and sends both versions that were seen', async () => {
  const sent: unknown[] = [];
  const [onClose, onStale] = [vi.fn(), vi.fn()];
  render(
    <MantineProvider env="test">
      <Provider value={new Client({ url: '/graphql', exchanges: [server(sent)], preferGetMethod: false })}>
        <MergeDialog lead={lead} onClose={onClose} onStale={onStale} />
      </Provider>
    </MantineProvider>,
  );
  const send = () => userEvent.click(screen.getByRole('button', { name: 'Merge' }));
  await send();
  await screen.findByText('Choose the other lead.');

  await userEvent.click(screen.getByRole('combobox', { name: /The other lead/ }));
  expect(screen.queryByRole('option', { name: /LD-26-CCCCCC/ })).toBeNull();
  await userEvent.click(await screen.findByRole('option', { name: /LD-26-BBBBBB/ }));
  await screen.findByText('LD-26-AAAAAA goes on with LD-26-BBBBBB, Hang tags.');
  screen.getByText(/TLP:AMBER\+STRICT/);
  screen.getByText('2 people lose sight of one of them.');

  await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'The same seller');
  await send();
  await screen.findByText(/Somebody changed this/);
  expect(onStale).toHaveBeenCalledOnce();
  await send();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  const same = { id: 'lead_1', expectedVersion: 3, intoId: 'lead_2', reason: 'The same seller' };
  expect(sent).toEqual([
    { ...same, intoExpectedVersion: 7 },
    { ...same, intoExpectedVersion: 8 },
  ]);
});
