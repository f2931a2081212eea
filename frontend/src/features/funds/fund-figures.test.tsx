import { MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import type { FundPageFragment } from '@/gql/graphql';
import { startI18n, wantTexts } from '@/lib/i18n';
import CourseChart from './course-chart';
import { CourseTable } from './course-table';
import { FundFigures } from './fund-figures';

beforeAll(() => {
  wantTexts('rest');
  return startI18n('en');
});

const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const none = yuan('0.00');

const own = {
  allocated: none,
  available: none,
  held: none,
  captured: none,
  refunded: none,
  committedNotPaid: none,
  wanted: none,
  shortfall: none,
};
const fund: FundPageFragment = {
  id: 'fund_1',
  reference: 'FD-26-AAAAAA',
  name: 'Watches',
  currency: 'CNY',
  currentPeriod: 1,
  version: 1,
  allowedActions: [],
  balance: null,
  allocations: [],
};

function figure(label: string) {
  const term = screen.getByText(label);
  return within(term.parentElement as HTMLElement)
    .getByRole('definition')
    .textContent?.replaceAll('\u00a0', ' ');
}

it('shows what a fund comes to, to the last digit, and what is seldom there only where it is', () => {
  const balance = {
    bank: yuan('90071992547409.93'),
    pool: none,
    available: none,
    held: none,
    captured: none,
    refunded: none,
    cardClearing: none,
    recoveryPayable: none,
    suspense: yuan('-0.05'),
    fxClearing: none,
    committedNotPaid: none,
    shortfall: none,
  };
  render(
    <MantineProvider env="test">
      <FundFigures fund={{ ...fund, balance }} />
    </MantineProvider>,
  );
  expect(figure('At the bank')).toBe('CNY 90,071,992,547,409.93');
  expect(figure('In suspense')).toBe('-CNY 0.05');
  expect(screen.queryByText('Paid by card, open')).toBeNull();
});

it('adds up what is allotted to the own organisation, without a rounding', () => {
  const allocations = ['0.10', '0.20', '90071992547409.93'].map((amount, place) => ({
    id: `allocation_${place}`,
    balance: { ...own, available: yuan(amount) },
  }));
  render(
    <MantineProvider env="test">
      <FundFigures fund={{ ...fund, allocations }} />
    </MantineProvider>,
  );
  expect(figure('Available')).toBe('CNY 90,071,992,547,410.23');
  expect(screen.queryByText('In the pool')).toBeNull();
});

it('draws a course and says the same in a table', () => {
  const point = (on: string, available: string) => ({
    on,
    bank: none,
    pool: none,
    available: yuan(available),
    held: none,
    captured: none,
    refunded: none,
    committedNotPaid: none,
    shortfall: none,
  });
  const points = [point('2026-03-01', '0.00'), point('2026-03-02', '1500.00')];
  render(
    <MantineProvider env="test">
      <CourseChart points={points} series={['available', 'held']} />
      <CourseTable points={points} series={['available', 'held']} />
    </MantineProvider>,
  );
  const picture = screen.getByRole('img', { name: /^From 1 Mar 2026 to 2 Mar 2026\. At the end: Available: CNY/ });
  expect(picture.querySelectorAll('path')).toHaveLength(2);
  const [, first] = screen.getAllByRole('row');
  expect(first?.textContent?.replaceAll('\u00a0', ' ')).toBe('2 Mar 2026CNY 1,500.00CNY 0.00');
});
