import { useTranslation } from 'react-i18next';
import type { SampleDisposal } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';
import { retentionOf } from './retention';

const TONES: Record<SampleDisposal, Tone> = {
  RETAINED: 'progress',
  RETURNED: 'neutral',
  TRANSFERRED_TO_LE: 'good',
  DESTROYED: 'neutral',
  ASSET: 'neutral',
};

/** What became of it; that nobody has said so is a state too. */
export function DisposalBadge({ disposal }: { disposal: SampleDisposal | null | undefined }) {
  const { t } = useTranslation('samples');
  return disposal ? (
    <StateBadge tone={TONES[disposal]} label={t(`disposals.${disposal}`)} />
  ) : (
    <StateBadge tone="progress" label={t('kept')} />
  );
}

/** How long it is still kept, and until which moment for who points at it. */
export function RetentionBadge({ until, onHold }: { until: string; onHold: boolean }) {
  const { t } = useTranslation('samples');
  const { dateTime } = useFormats();
  const { text, tone, count } = retentionOf(until, onHold);
  return (
    <time dateTime={until} title={dateTime(until)}>
      <StateBadge tone={tone} label={t(`retention.${text}`, { count })} />
    </time>
  );
}
