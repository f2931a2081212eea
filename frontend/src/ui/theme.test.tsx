import { Checkbox, MantineProvider, Radio, TextInput } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { theme } from './theme';

const sizeOf = (text: string, name: string) => screen.getByText(text).style.getPropertyValue(name);

test('what stands at a field is as large as the smallest text, at every kind of field', () => {
  render(
    <MantineProvider theme={theme} env="test">
      <TextInput label="Code" description="Six digits" error="Too short" />
      <Checkbox label="Officer" description="Answers deliveries" />
      <Radio.Group label="TLP" description="Who may know">
        <Radio value="RED" label="RED" description="Named people" />
      </Radio.Group>
    </MantineProvider>,
  );
  for (const hint of ['Six digits', 'Answers deliveries', 'Who may know', 'Named people'])
    expect(sizeOf(hint, '--input-description-size')).toBe('var(--mantine-font-size-xs)');
  expect(sizeOf('Too short', '--input-error-size')).toBe('var(--mantine-font-size-xs)');
});
