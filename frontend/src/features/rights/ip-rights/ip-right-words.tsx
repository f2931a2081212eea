import { useTranslation } from 'react-i18next';
import type { IpRightKind, IpRightState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { StateBadge, type Tone } from '@/ui/state-badge';
import { isNamedOffice } from './offices';

const TONES: Record<IpRightState, Tone> = {
  DRAFT: 'neutral',
  SUBMITTED: 'attention',
  REJECTED: 'bad',
  VERIFIED: 'good',
  EXPIRING: 'attention',
  EXPIRED: 'neutral',
  DISPUTED: 'bad',
  INVALIDATED: 'neutral',
};

export function IpRightStateBadge({ state }: { state: IpRightState }) {
  const { t } = useTranslation('ipRights');
  return <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />;
}

interface Titled {
  title: string;
  titleZh?: string | null;
}

/** A Chinese reader sees the Chinese title where there is one. */
export function useLocalTitle() {
  const localName = useLocalName();
  return ({ title, titleZh }: Titled) => localName({ name: title, nameZh: titleZh });
}

/** What an office is called; any other one is its country's. */
export function useOfficeName() {
  const { t } = useTranslation('ipRights');
  const { country } = useFormats();
  return (code: string) => (isNamedOffice(code) ? t(`offices.${code}`) : country(code));
}

/** Offices grant some rights and register the others. */
export function registrationLabel(kind: IpRightKind) {
  return kind === 'PATENT_INVENTION' || kind === 'UTILITY_MODEL' ? 'fields.grantNumber' : 'fields.registrationNumber';
}
