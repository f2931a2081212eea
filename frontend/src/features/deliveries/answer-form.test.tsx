import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import type {
  AnswerDeliveryMutation,
  AnswerDeliveryMutationVariables,
  DeliveryFragment,
  ErrorCode,
} from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import { AnswerForm } from './answer-form';

const delivery: DeliveryFragment = {
  id: 'delivery_1',
  state: 'VIEWED',
  dueOn: '2026-02-27',
  dueAt: '2026-02-27T16:00:00Z',
  workingDaysLeft: 3,
  pausedSince: null,
  late: false,
  provisional: false,
  version: 4,
  allowedActions: ['ANSWER'],
  pushedAt: '2026-02-13T01:00:00Z',
  verdict: null,
  reason: null,
  testPurchases: null,
  answeredAt: null,
  answeredBy: null,
  attributionAllowed: false,
  infoQuestion: null,
  infoAnswer: null,
  recipient: { id: 'org_1', name: 'Aurelle', nameZh: null },
  brands: [],
  lead: {
    id: 'lead_1',
    handling: {
      permittedActions: 'DIRECT',
      affectedPartyNotification: 'MUST_NOT',
      attribution: 'MAY',
      usableUntil: null,
    },
  },
  answers: [],
};

type Answered = AnswerDeliveryMutation['answerDelivery'];

function refused(code: ErrorCode, field: string[] | null, message: string = code): Answered {
  return { delivery: null, userErrors: [{ code, field, message }] };
}

function show(answers: Answered[], given = delivery) {
  const sent: AnswerDeliveryMutationVariables['input'][] = [];
  const client = {
    executeMutation: vi.fn(({ variables }: { variables: AnswerDeliveryMutationVariables }) => {
      sent.push(variables.input);
      return fromValue({ data: { answerDelivery: answers.shift() }, stale: false, hasNext: false });
    }),
  } as unknown as Client;
  const onAnswered = vi.fn();
  const onStale = vi.fn();
  const form = (shown: DeliveryFragment) => (
    <MantineProvider>
      <Provider value={client}>
        <AnswerForm delivery={shown} onAnswered={onAnswered} onStale={onStale} />
      </Provider>
    </MantineProvider>
  );
  const { rerender } = render(form(given));
  return { sent, onAnswered, onStale, reload: (newer: DeliveryFragment) => rerender(form(newer)) };
}

async function answer(reason: string) {
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: 'Infringing' }));
  await user.type(screen.getByRole('textbox'), reason);
  await user.click(screen.getByRole('button', { name: 'Send answer' }));
  return user;
}

describe('AnswerForm', () => {
  beforeAll(() => {
    wantTexts('rest');
    return startI18n('en');
  });
  beforeEach(() => sessionStorage.clear());

  it('keeps the text when somebody else was faster, and sends it again with the new version', async () => {
    const done: Answered = { delivery: { ...delivery, version: 6 }, userErrors: [] };
    const { sent, onStale, onAnswered, reload } = show([refused('STALE_VERSION', null), done]);
    const user = await answer('Wrong stitching');
    expect(onStale).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain('Somebody changed this while you were working.');

    reload({ ...delivery, version: 5 });
    await user.click(screen.getByRole('button', { name: 'Send answer' }));
    expect(sent.map(({ expectedVersion, reason }) => [expectedVersion, reason])).toEqual([
      [4, 'Wrong stitching'],
      [5, 'Wrong stitching'],
    ]);
    expect(onAnswered).toHaveBeenCalledOnce();
  });

  it('shows the refusal of a field at the field', async () => {
    show([refused('BAD_USER_INPUT', ['reason'], 'Say more.')]);
    await answer('x');
    expect(screen.getByText('Say more.')).toBeTruthy();
    expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });

  it('brings back what was typed before a reload, and forgets it once it is sent', async () => {
    sessionStorage.setItem('touchstone.draft.answer-delivery_1', JSON.stringify({ reason: 'Half a sentence' }));
    show([{ delivery, userErrors: [] }]);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Half a sentence');
    await answer(' more');
    expect(sessionStorage.length).toBe(0);
  });

  it('offers no test purchase where the lead may not be acted on outside', async () => {
    const user = userEvent.setup();
    const handling = { ...delivery.lead.handling, permittedActions: 'INTERNAL_ONLY' as const };
    show([], { ...delivery, verdict: 'NEEDS_TEST_PURCHASE', lead: { ...delivery.lead, handling } });
    expect(screen.queryByRole('radio', { name: 'Needs a test purchase' })).toBeNull();
    expect(screen.getByText('The handling of this lead leaves no room for a test purchase.')).toBeTruthy();
    expect(screen.queryByLabelText('Number of test purchases')).toBeNull();
    // The keys of the others stay what they are.
    await user.keyboard('3');
    expect(screen.getAllByRole('radio').every((radio) => radio.getAttribute('aria-checked') === 'false')).toBe(true);
    await user.keyboard('4');
    expect(screen.getByRole('radio', { name: 'Not my brand' }).getAttribute('aria-checked')).toBe('true');
  });

  it('asks instead of answering when information is missing', async () => {
    const user = userEvent.setup();
    const { sent } = show([{ delivery, userErrors: [] }]);
    await user.click(screen.getByRole('radio', { name: 'Needs information' }));
    await user.type(screen.getByLabelText(/What do you need to know/), 'Which shop?');
    await user.click(screen.getByRole('button', { name: 'Ask the owner' }));
    expect(sent[0]).toMatchObject({ verdict: 'NEEDS_INFO', reason: 'Which shop?', testPurchases: undefined });
  });
});
