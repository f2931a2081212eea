import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenedListingState, ScreeningMode } from '@/gql/graphql';
import { tagOf } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';

const STATE_TONES: Record<ScreenedListingState, Tone> = {
  CLEAR: 'neutral',
  GUARDED: 'neutral',
  QUEUED: 'attention',
  SKIPPED: 'neutral',
  DISMISSED: 'neutral',
  CONFIRMED: 'bad',
  PUSHED: 'progress',
  KNOWN: 'progress',
};
const MODE_TONES: Record<ScreeningMode, Tone> = { OFF: 'neutral', REVIEW: 'good', LEAD: 'progress' };

export function ScreenedState({ state }: { state: ScreenedListingState }) {
  const { t } = useTranslation('screening');
  return <StateBadge tone={STATE_TONES[state]} label={t(`states.${state}`)} />;
}

export function ModeBadge({ mode }: { mode: ScreeningMode }) {
  const { t } = useTranslation('screening');
  return <StateBadge tone={MODE_TONES[mode]} label={t(`modes.${mode}`)} />;
}

/** Shares, scores and weights as the reader's language writes them. */
export function useShares() {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const tag = tagOf(i18n.language);
    const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 });
    const score = new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const ratio = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
    const weight = new Intl.NumberFormat(tag, {
      signDisplay: 'exceptZero',
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
    });
    return {
      percent: (share: number) => percent.format(share),
      /** How likely something infringes. */
      score: (share: number) => score.format(share),
      /** What a sign adds, with its sign. */
      weight: (value: number) => weight.format(value),
      ratio: (value: number) => ratio.format(value),
    };
  }, [i18n.language]);
}
