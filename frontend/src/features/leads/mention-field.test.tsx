import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { type Client, Provider } from 'urql';
import { beforeAll, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import { startI18n } from '@/lib/i18n';
import { type Mentioned, marked } from './mention';
import { MentionField } from './mention-field';

const people = [
  { id: 'person_1', name: 'Wei Chen' },
  { id: 'person_2', name: 'Weronika Nowak' },
];

beforeAll(() => startI18n('en'));

function Field({ onSent }: { onSent: (sent: { body: string; mentions: string[] }) => void }) {
  const [value, setValue] = useState('');
  const [chosen, setChosen] = useState<Mentioned[]>([]);
  return (
    <>
      <MentionField
        leadId="lead_1"
        aria-label="Comment"
        value={value}
        onChange={setValue}
        onMention={(person) => setChosen((known) => [...known, person])}
      />
      <button type="button" onClick={() => onSent(marked(value, chosen))}>
        Send
      </button>
    </>
  );
}

function show() {
  const asked: unknown[] = [];
  const client = {
    executeQuery: vi.fn(({ variables }: { variables: { query: string } }) => {
      asked.push(variables);
      const found = people.filter(({ name }) => name.toLowerCase().includes(variables.query.toLowerCase()));
      return fromValue({ data: { mentionable: found }, stale: false, hasNext: false });
    }),
  } as unknown as Client;
  const onSent = vi.fn();
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <Field onSent={onSent} />
      </Provider>
    </MantineProvider>,
  );
  return { asked, onSent };
}

it('offers people after an @, takes the first one with Enter and sends a marker', async () => {
  const { asked, onSent } = show();
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  await user.type(field, 'Ask ');
  expect(asked).toEqual([]);
  await user.type(field, '@wei');
  expect(await screen.findByRole('option', { name: 'Wei Chen' })).toBeDefined();
  await vi.waitFor(() => expect(screen.queryByRole('option', { name: 'Weronika Nowak' })).toBeNull());
  await user.keyboard('{Enter}');
  expect(field.value).toBe('Ask @Wei Chen ');
  expect(screen.queryByRole('option')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(onSent).toHaveBeenCalledWith({ body: 'Ask @{1} ', mentions: ['person_1'] });
});

it('lets the keys alone where nobody is offered', async () => {
  show();
  const user = userEvent.setup();
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
  await user.type(field, 'one{Enter}two');
  expect(field.value).toBe('one\ntwo');
  await user.type(field, ' @we');
  await screen.findAllByRole('option');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('option')).toBeNull();
});
