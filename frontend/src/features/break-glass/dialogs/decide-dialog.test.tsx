import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import type { BreakGlassDetailFragment } from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import DecideDialog from './decide-dialog';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});
beforeEach(() => sessionStorage.clear());

const organization = { id: 'org_1', name: 'Aurelle', nameZh: null };
const request = {
  id: 'glass_1',
  version: 1,
  reference: 'LD-26-AAAAAA',
  reason: 'The only reader has left.',
  hours: 6,
  person: { id: 'person_1', name: 'Ada', organization },
  askedBy: { id: 'person_2', name: 'Greta', organization },
} as unknown as BreakGlassDetailFragment;

function show(decision: 'APPROVE' | 'DECLINE') {
  const sent: unknown[] = [];
  const client = {
    executeMutation: ({ variables }: { variables: { input: unknown } }) => {
      sent.push(variables.input);
      return fromValue({ data: { decideBreakGlass: { userErrors: [] } }, stale: false, hasNext: false });
    },
  } as unknown as Client;
  const onClose = vi.fn();
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <DecideDialog request={request} decision={decision} onClose={onClose} onStale={() => {}} />
      </Provider>
    </MantineProvider>,
  );
  return { sent, onClose };
}

it('says to whom the lead is opened and who is told, before somebody agrees', async () => {
  const { sent, onClose } = show('APPROVE');
  screen.getByText(/^Lead LD-26-AAAAAA is opened to Ada of Aurelle until /);
  screen.getByText(/all auditors are told at once/);
  screen.getByText('Nobody learns here whether there is such a lead.');
  await userEvent.click(screen.getByRole('button', { name: 'Open the lead' }));
  expect(sent).toEqual([{ id: 'glass_1', expectedVersion: 1, approve: true, note: undefined }]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('opens nothing where somebody declines', async () => {
  const { sent } = show('DECLINE');
  expect(screen.queryByText(/is opened to/)).toBeNull();
  screen.getByText(/stays closed/);
  await userEvent.type(screen.getByRole('textbox', { name: /Note/ }), ' Ask the owner first. ');
  await userEvent.click(screen.getByRole('button', { name: 'Decline' }));
  expect(sent).toEqual([{ id: 'glass_1', expectedVersion: 1, approve: false, note: 'Ask the owner first.' }]);
});
