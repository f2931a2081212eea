import { useTranslation } from 'react-i18next';
import type { ProgramFault } from './program-form';

/** What is wrong with a programme's form, in words. */
export function useFaultTexts() {
  const { t } = useTranslation('funds');
  return (faults: Record<string, ProgramFault>, currency: string) =>
    Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, t(`form.${fault}`, { currency })]));
}
