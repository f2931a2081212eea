import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it, vi } from 'vitest';
import type { GuestActionFragment } from '@/gql/graphql';
import { loadTexts, startI18n } from '@/lib/i18n';
import { TimeZoneContext } from '@/lib/viewer';
import { GuestAttendance } from './guest-attendance';

const action: GuestActionFragment = {
  id: 'action_1',
  reference: 'OA-26-7K3QX2',
  title: 'The mill',
  kind: 'RAID',
  state: 'SCHEDULED',
  version: 6,
  language: 'EN',
  sessionEndsAt: '2026-03-12T01:00:00Z',
  agencyName: 'Yunqi',
  leadAgencyName: 'Yunqi',
  role: 'OFFICER',
  window: null,
  sites: [],
  riskNotes: null,
  riskNotesWithheld: false,
  contactName: 'Lin Yuhe',
  contactEmail: 'lin@secretariat.example',
  tasks: [],
  attendance: null,
  attendanceNote: null,
  attendanceAt: null,
  attendanceVersion: 3,
  mayAnswerAttendance: true,
  allowedReports: [],
};

beforeAll(async () => {
  await startI18n('en');
  await loadTexts('guest');
});

function show(shown: GuestActionFragment, answer: object) {
  const send = vi.fn(async (_url: string, _request: RequestInit) => new Response(JSON.stringify(answer)));
  vi.stubGlobal('fetch', send);
  const told = { onAnswered: vi.fn(), onEnded: vi.fn(), onStale: vi.fn() };
  render(
    <MantineProvider env="test">
      <TimeZoneContext value="Asia/Shanghai">
        <GuestAttendance action={shown} token="t" {...told} />
      </TimeZoneContext>
    </MantineProvider>,
  );
  const sent = () => JSON.parse(String(send.mock.calls.at(-1)?.[1].body)).variables;
  return { ...told, send, sent };
}

it('is declined with a reason and not without one', async () => {
  const declined = { ...action, attendance: 'DECLINED' as const };
  const { onAnswered, send, sent } = show(action, {
    data: { answerGuestAttendance: { action: declined, userErrors: [] } },
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'I do not come' }));
  const [, submit] = screen.getAllByRole('button', { name: 'I do not come' });
  if (!submit) throw new Error('the form has a button');
  await user.click(submit);
  expect(screen.getByText('Say why.')).toBeTruthy();
  expect(send).not.toHaveBeenCalled();
  await user.type(screen.getByRole('textbox'), 'On another case');
  await user.click(submit);
  expect(sent()).toEqual({ input: { expectedVersion: 3, attendance: 'DECLINED', note: 'On another case' } });
  expect(onAnswered).toHaveBeenCalledWith(declined);
});

it('is told by the clock of the site, and ends with the session', async () => {
  const confirmed = { ...action, attendance: 'CONFIRMED' as const, attendanceAt: '2026-03-11T23:30:00Z' };
  const refused = { errors: [{ message: 'no', extensions: { code: 'TOKEN_INVALID' } }] };
  const { onEnded } = show(confirmed, refused);
  expect(screen.getByRole('status').textContent).toContain('12 Mar 2026, 07:30');
  await userEvent.setup().click(screen.getByRole('button', { name: 'I come' }));
  expect(onEnded).toHaveBeenCalled();
});
