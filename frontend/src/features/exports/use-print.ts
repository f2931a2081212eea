import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '@/ui/notify';
import { print } from './print';

/** What one sees on paper, in one's own language; says so where the server cannot print it. */
export function usePrint(path: string, name: string) {
  const { t, i18n } = useTranslation('exports');
  const [printing, setPrinting] = useState(false);
  const act = async () => {
    setPrinting(true);
    const printed = await print(path, name, i18n.language);
    setPrinting(false);
    if (!printed) void notify(t('printFailed'));
  };
  return { print: act, printing };
}
