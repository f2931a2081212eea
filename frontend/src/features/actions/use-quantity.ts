import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { unitOf } from './units';

/** "1,712 pieces", "1 piece", "1,712 件"; a unit that nobody knows stands as it was typed. */
export function useQuantity() {
  const { t } = useTranslation('actions');
  const { number } = useFormats();
  return (quantity: string, typed: string) => {
    const count = Number(quantity);
    const unit = unitOf(typed);
    return unit ? t(`units.${unit}`, { count, shown: number(count) }) : `${number(count)} ${typed}`;
  };
}
