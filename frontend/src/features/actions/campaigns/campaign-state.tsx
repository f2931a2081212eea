import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/state-badge';

export function CampaignStateBadge({ closed }: { closed: boolean }) {
  const { t } = useTranslation('actions');
  return (
    <StateBadge tone={closed ? 'neutral' : 'progress'} label={t(closed ? 'campaigns.closed' : 'campaigns.open')} />
  );
}
