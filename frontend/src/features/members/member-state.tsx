import { useTranslation } from 'react-i18next';
import type { MailTroubleKind, OrganizationState, PersonState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';

const ORGANIZATION_TONES: Record<OrganizationState, Tone> = {
  INVITED: 'neutral',
  APPLIED: 'attention',
  UNDER_REVIEW: 'progress',
  ACTIVE: 'good',
  SUSPENDED: 'bad',
  WITHDRAWN: 'neutral',
  EXPELLED: 'bad',
  SANDBOX: 'neutral',
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

interface NoMailBadgeProps {
  since: string;
  why: MailTroubleKind;
}

/** No mails go to the person, and why; since when for who points at it. */
export function NoMailBadge({ since, why }: NoMailBadgeProps) {
  const { t } = useTranslation('members');
  const { dateTime } = useFormats();
  return (
    <span title={t('noMail.since', { at: dateTime(since) })}>
      <StateBadge tone="attention" label={t(`noMail.why.${why}`)} />
    </span>
  );
}
