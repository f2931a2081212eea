import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import type { FakeFeatureFragment } from '@/gql/graphql';
import { loadTexts, startI18n } from '@/lib/i18n';
import { FeatureCard } from './feature-card';

beforeAll(async () => {
  await startI18n('en');
  await loadTexts('rest');
});

const red: FakeFeatureFragment = {
  id: 'feature_1',
  feature: 'Under ultraviolet light',
  genuine: null,
  fake: null,
  genuinePicture: null,
  fakePicture: null,
  detectability: 'COVERT',
  tlp: 'RED',
  readers: [{ id: 'person_1', name: 'Ines Falk' }],
  revisions: [],
  updatedAt: '2026-12-01T08:00:00Z',
  retiredAt: null,
  version: 1,
};

function show(feature: FakeFeatureFragment) {
  const sent: unknown[] = [];
  const told = { genuine: 'A ring of eleven dots.', fake: 'No ring.', revisions: [] };
  const client = {
    executeMutation: vi.fn(({ variables }: { variables: { input: unknown } }) => {
      sent.push(variables.input);
      const data = { revealFakeFeature: { feature: told, userErrors: [] } };
      return fromValue({ data, stale: false, hasNext: false });
    }),
  } as unknown as Client;
  render(
    <MantineProvider env="test">
      <Provider value={client}>
        <ul>
          <FeatureCard feature={feature} holder="org_1" edits={false} onStale={() => {}} />
        </ul>
      </Provider>
    </MantineProvider>,
  );
  return sent;
}

it('says nothing of what is RED before somebody said what for', async () => {
  const sent = show(red);
  expect(screen.getByText('Named: Ines Falk')).toBeTruthy();
  expect(screen.queryByText('No ring.')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Show…' }));
  await userEvent.type(await screen.findByRole('textbox', { name: /^Purpose/ }), 'To compare it');
  await userEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect(await screen.findByText('A ring of eleven dots.')).toBeTruthy();
  expect(screen.getByText('No ring.')).toBeTruthy();
  expect(sent).toEqual([{ id: 'feature_1', purpose: 'To compare it' }]);
});
