import { useTranslation } from 'react-i18next';
import type { CurvePlaceFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useShares } from './screening-words';

/** A share in words: how many of how many, and between what it lies. */
export function useToldShare() {
  const { t } = useTranslation('screening');
  const { number } = useFormats();
  const { percent } = useShares();
  return ({ of, all, share, low, high }: CurvePlaceFragment['precision']) =>
    all === 0
      ? t('curve.ofNothing')
      : t('curve.share', {
          share: percent(share),
          of: number(of),
          all: number(all),
          low: percent(low),
          high: percent(high),
        });
}
