import { useTranslation } from 'react-i18next';
import { faults, type IpRightValues } from './ip-right-form';

/** What is not right in the form, in the reader's words. */
export function useFaults() {
  const { t } = useTranslation('ipRights');
  return (values: IpRightValues): Record<string, string> =>
    Object.fromEntries(Object.entries(faults(values)).map(([field, text]) => [field, t(text)]));
}
