import { useTranslation } from 'react-i18next';
import type { IngestRunState, ListingFeedbackState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const RUN_TONES: Record<IngestRunState, Tone> = { OPEN: 'progress', DONE: 'good', ABANDONED: 'neutral' };
const FEEDBACK_TONES: Record<ListingFeedbackState, Tone> = {
  RECEIVED: 'neutral',
  IN_REVIEW: 'progress',
  REJECTED: 'bad',
  MERGED: 'neutral',
  SHARED: 'progress',
  ANSWERED: 'good',
  RESOLVED: 'good',
  RETRACTED: 'attention',
};

export function RunStateBadge({ state }: { state: IngestRunState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={RUN_TONES[state]} label={t(`ingestRunState.${state}`)} />;
}

export function FeedbackBadge({ state }: { state: ListingFeedbackState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={FEEDBACK_TONES[state]} label={t(`listingFeedbackState.${state}`)} />;
}
