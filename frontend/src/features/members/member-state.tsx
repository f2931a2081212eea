import { useTranslation } from 'react-i18next';
import type { OrganizationState, PersonState } from '@/gql/graphql';
import { StateBadge, type Tone } from '@/ui/state-badge';

const ORGANIZATION_TONES: Record<OrganizationState, Tone> = {
  INVITED: 'neutral',
  APPLIED: 'attention',
  UNDER_REVIEW: 'progress',
  ACTIVE: 'good',
  SUSPENDED: 'bad',
  WITHDRAWN: 'neutral',
  EXPELLED: 'bad',
};

const PERSON_TONES: Record<PersonState, Tone> = { INVITED: 'neutral', ACTIVE: 'good', SUSPENDED: 'bad' };

export function OrganizationStateBadge({ state }: { state: OrganizationState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={ORGANIZATION_TONES[state]} label={t(`organizationState.${state}`)} />;
}

export function PersonStateBadge({ state }: { state: PersonState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={PERSON_TONES[state]} label={t(`personState.${state}`)} />;
}
