import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startI18n, switchLocale } from '@/lib/i18n';
import type { Clock } from './deadline';
import { DeadlineChip } from './deadline-chip';

const due: Clock = { state: 'PUSHED', dueOn: '2026-02-27', workingDaysLeft: 3, late: false };

function show(clock: Clock) {
  render(
    <MantineProvider>
      <DeadlineChip clock={clock} />
    </MantineProvider>,
  );
}

describe('DeadlineChip', () => {
  beforeAll(() => startI18n('en'));
  beforeEach(() => {
    vi.setSystemTime('2026-02-24T09:00:00Z');
    return () => vi.useRealTimers();
  });

  it('says the day and the working days left', async () => {
    await switchLocale('en');
    show(due);
    expect(screen.getByText('due Fri 27 Feb · 3 working days')).toBeTruthy();
  });

  it('speaks of one working day in the singular', async () => {
    await switchLocale('en');
    show({ ...due, workingDaysLeft: 1 });
    expect(screen.getByText('due Fri 27 Feb · 1 working day')).toBeTruthy();
  });

  it('says it in Chinese', async () => {
    await switchLocale('zh-Hans');
    show({ ...due, state: 'OVERDUE', workingDaysLeft: -2 });
    expect(screen.getByText('应于2月27日周五答复 · 逾期 2 个工作日')).toBeTruthy();
  });
});
