import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, test, vi } from 'vitest';
import { loadTexts, startI18n } from '@/lib/i18n';
import { SecretOnce } from './secret-once';
import { tokenCommand } from './token-command';

beforeAll(async () => {
  await startI18n('en');
  await loadTexts('rest');
});

test('a secret is left only by who says that it is kept', async () => {
  const onDone = vi.fn();
  const command = tokenCommand('https://portal.example', 'svca_1', 'tss_2');
  render(
    <MantineProvider env="test">
      <SecretOnce
        title="The new secret"
        text="Shown once."
        values={[
          { label: 'Client id', value: 'svca_1' },
          { label: 'Client secret', value: 'tss_2' },
        ]}
        command={command}
        onDone={onDone}
      />
    </MantineProvider>,
  );
  expect(screen.getByLabelText<HTMLInputElement>('Client secret').value).toBe('tss_2');
  expect(
    screen.getByText("curl -u 'svca_1:tss_2' -d grant_type=client_credentials https://portal.example/oauth/token"),
  ).toBeTruthy();
  await userEvent.keyboard('{Escape}');
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(onDone).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('checkbox', { name: 'I have put it in a safe place' }));
  await userEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(onDone).toHaveBeenCalledOnce();
});
