import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, expect, test, vi } from 'vitest';
import { fromValue } from 'wonka';
import type { CommandDocument } from '@/lib/command';
import { loadTexts, startI18n } from '@/lib/i18n';
import { PasswordDialog } from './password-dialog';

type Refusal = { code: 'BAD_USER_INPUT'; field: string[]; message: string };
type Answer = { removeTotp: { userErrors: Refusal[] } };
type Variables = { input: { password: string } };

// At run time a document is the operation's text.
const Remove = `
  mutation Remove($input: PasswordInput!) {
    removeTotp(input: $input) {
      userErrors {
        code
      }
    }
  }
` as unknown as CommandDocument<Answer, Variables>;

const done: Answer = { removeTotp: { userErrors: [] } };
const wrong: Answer = {
  removeTotp: { userErrors: [{ code: 'BAD_USER_INPUT', field: ['password'], message: 'The password is not right.' }] },
};

function show(answers: Answer[], passwordSet = true) {
  const sent: Variables['input'][] = [];
  const client = {
    executeQuery: () => fromValue({ data: { viewer: { account: { passwordSet } } }, stale: false, hasNext: false }),
    executeMutation: vi.fn(({ variables }: { variables: Variables }) => {
      sent.push(variables.input);
      return fromValue({ data: answers.shift(), stale: false, hasNext: false });
    }),
  } as unknown as Client;
  const onDone = vi.fn();
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <PasswordDialog
          document={Remove}
          variables={(input) => ({ input })}
          title="Remove the authenticator app"
          submitLabel="Remove"
          danger
          onDone={onDone}
          onClose={() => {}}
        />
      </Provider>
    </MantineProvider>,
  );
  return { sent, onDone };
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Remove' }));
const password = () => screen.getByLabelText('Your password');

beforeAll(async () => {
  await startI18n('en');
  await loadTexts('rest');
});

test('the password is asked for before anything is sent', async () => {
  const { sent, onDone } = show([done]);
  await send();
  expect(screen.getByText('Enter your password.')).toBeTruthy();
  expect(sent).toEqual([]);
  await userEvent.type(password(), 'a long sentence');
  await send();
  expect(sent).toEqual([{ password: 'a long sentence' }]);
  expect(onDone).toHaveBeenCalledOnce();
});

test('a wrong password is told at its field, and can be typed again', async () => {
  const { onDone } = show([wrong, done]);
  await userEvent.type(password(), 'not it');
  await send();
  expect(screen.getByText('The password is not right.')).toBeTruthy();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(onDone).not.toHaveBeenCalled();
  await userEvent.type(password(), ', but this');
  await send();
  expect(onDone).toHaveBeenCalledOnce();
});

test('whoever has no password is asked for none', async () => {
  const { sent, onDone } = show([done], false);
  expect(screen.queryByLabelText('Your password')).toBeNull();
  await send();
  expect(sent).toEqual([{ password: '' }]);
  expect(onDone).toHaveBeenCalledOnce();
});
