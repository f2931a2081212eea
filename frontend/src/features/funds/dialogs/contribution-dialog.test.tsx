import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import type { FundPageFragment, ProposeContributionMutationVariables } from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import { ViewerContext } from '@/lib/viewer';
import ContributionDialog from './contribution-dialog';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});
beforeEach(() => sessionStorage.clear());

const fund = { id: 'fund_1', name: 'Watches', currency: 'CNY', balance: null } as unknown as FundPageFragment;
const directory = { organizations: { nodes: [{ id: 'org_1', name: 'Aurelle', nameZh: null }] } };
const taken = { code: 'ALREADY_EXISTS', field: ['input', 'bankReference'], message: 'It is recorded already.' };

function show(refusals: object[][]) {
  const sent: ProposeContributionMutationVariables['input'][] = [];
  const client = {
    executeQuery: () => fromValue({ data: directory, stale: false, hasNext: false }),
    executeMutation: ({ variables }: { variables: ProposeContributionMutationVariables }) => {
      sent.push(variables.input);
      const userErrors = refusals[sent.length - 1] ?? [];
      return fromValue({ data: { proposeContribution: { order: null, userErrors } }, stale: false, hasNext: false });
    },
  } as unknown as Client;
  const onClose = vi.fn();
  render(
    <MantineProvider env="test">
      <ViewerContext value={null}>
        <Provider value={client}>
          <ContributionDialog fund={fund} onClose={onClose} />
        </Provider>
      </ViewerContext>
    </MantineProvider>,
  );
  return { sent, onClose };
}

async function fillIn(amount: string) {
  await userEvent.click(screen.getByRole('combobox', { name: /Who paid/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Aurelle' }));
  await userEvent.type(screen.getByRole('textbox', { name: /Amount in CNY/ }), amount);
  await userEvent.type(screen.getByRole('textbox', { name: /Bank reference/ }), ' B-1 ');
}

const propose = () => userEvent.click(screen.getByRole('button', { name: 'Propose' }));

it('sends nothing that is no amount of the currency', async () => {
  const { sent } = show([]);
  await fillIn('12.345');
  await propose();
  screen.getByText(/Write an amount above zero in CNY/);
  expect(sent).toEqual([]);
});

it('sends the amount as it was typed, digit by digit', async () => {
  const { sent, onClose } = show([[]]);
  await fillIn('9,007,199,254,740.93');
  await propose();
  expect(sent).toEqual([
    {
      idempotencyKey: expect.any(String),
      fundId: 'fund_1',
      organizationId: 'org_1',
      amount: '9007199254740.93',
      bankReference: 'B-1',
      note: undefined,
    },
  ]);
  expect(onClose).toHaveBeenCalledOnce();
});

it('shows a refusal at its field, and sends what was corrected under a new key', async () => {
  const { sent, onClose } = show([[taken], []]);
  await fillIn('5');
  await propose();
  await screen.findByText('It is recorded already.');
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.type(screen.getByRole('textbox', { name: /Bank reference/ }), '2');
  await propose();
  expect(sent.map(({ bankReference }) => bankReference)).toEqual(['B-1', 'B-1 2']);
  expect(sent[0]?.idempotencyKey).not.toBe(sent[1]?.idempotencyKey);
});
