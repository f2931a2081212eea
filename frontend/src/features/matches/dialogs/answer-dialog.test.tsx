import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import type { BlindMatchDetailFragment } from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import AnswerDialog from './answer-dialog';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});
beforeEach(() => sessionStorage.clear());

function show(answer: 'PROPOSE' | 'AGREE' | 'DECLINE', isContactWished: boolean) {
  const match = {
    id: 'match_1',
    version: 2,
    isContactWished,
    organization: { id: 'org_1', name: 'Aurelle', nameZh: null },
  } as unknown as BlindMatchDetailFragment;
  const sent: unknown[] = [];
  const client = {
    executeMutation: ({ variables }: { variables: { input: unknown } }) => {
      sent.push(variables.input);
      return fromValue({ data: { answerBlindMatch: { userErrors: [] } }, stale: false, hasNext: false });
    },
  } as unknown as Client;
  const onClose = vi.fn();
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <AnswerDialog match={match} answer={answer} onClose={onClose} onStale={() => {}} />
      </Provider>
    </MantineProvider>,
  );
  return { sent, onClose };
}

it('says that the other side learns who one is, where it has asked already', async () => {
  const { sent, onClose } = show('AGREE', true);
  screen.getByText(/^The other side wants contact too\./);
  screen.getByText(/names and e-mail addresses/);
  await userEvent.click(screen.getByRole('button', { name: 'Agree to contact' }));
  expect(sent).toEqual([{ id: 'match_1', expectedVersion: 2, accept: true, note: undefined }]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('says that nobody outside is told, where one does not want it now', async () => {
  const { sent } = show('DECLINE', true);
  screen.getByText(/Nobody outside of Aurelle learns/);
  expect(screen.queryByText(/names and e-mail addresses/)).toBeNull();
  await userEvent.type(screen.getByRole('textbox', { name: /Note/ }), ' After the raid. ');
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(sent).toEqual([{ id: 'match_1', expectedVersion: 2, accept: false, note: 'After the raid.' }]);
});
