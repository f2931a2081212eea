import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { loadTexts, startI18n, switchLocale } from '@/lib/i18n';
import { useQuantity } from './use-quantity';

function Quantities() {
  const inWords = useQuantity();
  return (
    <p>
      {[inWords('1712', 'piece'), inWords('1', 'Pieces'), inWords('18.5', 'carton'), inWords('2', 'fathom')].join()}
    </p>
  );
}

it('has a plural where the language has one, and leaves alone what nobody knows', async () => {
  await startI18n('en');
  await loadTexts('rest');
  const { rerender } = render(<Quantities />);
  screen.getByText('1,712 pieces,1 piece,18.5 cartons,2 fathom');
  await switchLocale('zh-Hans');
  rerender(<Quantities />);
  screen.getByText('1,712 件,1 件,18.5 箱,2 fathom');
  expect(document.documentElement.lang).toBe('zh-Hans');
});
