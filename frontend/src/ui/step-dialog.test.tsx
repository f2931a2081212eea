import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type Client, Provider } from 'urql';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import type { CommandDocument } from '@/lib/command';
import { startI18n } from '@/lib/i18n';
import { StepDialog, type StepVariables } from './step-dialog';

type Refusal = { code: 'STALE_VERSION'; field: null; message: string };
type Answer = { change: { userErrors: Refusal[] } };

// At run time a document is the operation's text.
const Expel = `
  mutation Expel($input: OrganizationTransitionInput!) {
    change: expelOrganization(input: $input) {
      userErrors {
        code
      }
    }
  }
` as unknown as CommandDocument<Answer, StepVariables>;

const done: Answer = { change: { userErrors: [] } };
const stale: Answer = { change: { userErrors: [{ code: 'STALE_VERSION', field: null, message: 'Changed.' }] } };

function show(answers: Answer[], options: Partial<Parameters<typeof StepDialog<Answer>>[0]> = {}) {
  const sent: StepVariables['input'][] = [];
  const client = {
    executeMutation: vi.fn(({ variables }: { variables: StepVariables }) => {
      sent.push(variables.input);
      return fromValue({ data: answers.shift(), stale: false, hasNext: false });
    }),
  } as unknown as Client;
  const onDone = vi.fn();
  const onStale = vi.fn();
  const dialog = (version: number) => (
    <MantineProvider env="test">
      <Provider value={client}>
        <StepDialog
          document={Expel}
          target={{ id: 'org_1', version }}
          title="Expel: Aurelle"
          submitLabel="Expel"
          text="For good."
          reason="required"
          onDone={onDone}
          onClose={() => {}}
          onStale={onStale}
          {...options}
        />
      </Provider>
    </MantineProvider>
  );
  const { rerender } = render(dialog(4));
  return { sent, onDone, onStale, reload: (version: number) => rerender(dialog(version)) };
}

const send = () => userEvent.click(screen.getByRole('button', { name: 'Expel' }));

describe('StepDialog', () => {
  beforeAll(() => startI18n('en'));
  beforeEach(() => sessionStorage.clear());

  it('asks for the reason and for the tick before it sends anything', async () => {
    const { sent, onDone } = show([done], { confirmation: 'Aurelle leaves for good' });
    await send();
    expect(screen.getByText('Say why.')).toBeTruthy();
    expect(screen.getByText('Tick this to go on.')).toBeTruthy();
    expect(sent).toEqual([]);

    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), ' Sold fakes itself ');
    await userEvent.click(screen.getByRole('checkbox', { name: 'Aurelle leaves for good' }));
    await send();
    expect(sent).toEqual([{ id: 'org_1', expectedVersion: 4, reason: 'Sold fakes itself' }]);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('keeps the reason when somebody else was faster, and sends it with the new version', async () => {
    const { sent, onStale, onDone, reload } = show([stale, done]);
    await userEvent.type(screen.getByRole('textbox', { name: /Reason/ }), 'Sold fakes');
    await send();
    expect(onStale).toHaveBeenCalledOnce();
    expect(screen.getByRole('alert').textContent).toContain('Somebody changed this');
    reload(5);
    await send();
    expect(sent.map(({ expectedVersion, reason }) => [expectedVersion, reason])).toEqual([
      [4, 'Sold fakes'],
      [5, 'Sold fakes'],
    ]);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('has the reason again after it was closed, never the tick, and neither after it was cancelled', async () => {
    const options = { confirmation: 'Aurelle leaves for good' };
    const reason = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Reason/ });
    show([], options);
    await userEvent.type(reason(), 'Sold fakes');
    await userEvent.click(screen.getByRole('checkbox'));
    cleanup();

    show([], options);
    expect(reason().value).toBe('Sold fakes');
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    cleanup();

    show([], options);
    expect(reason().value).toBe('');
  });

  it('sends no reason where the step has none', async () => {
    const { sent } = show([done], { reason: 'none' });
    expect(screen.queryByRole('textbox')).toBeNull();
    await send();
    expect(sent).toEqual([{ id: 'org_1', expectedVersion: 4 }]);
  });
});
