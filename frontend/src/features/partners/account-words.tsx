import { useTranslation } from 'react-i18next';
import type { ServiceAccountState } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';
import { accountExpiry, type Credential, type CredentialState } from './credential-expiry';

const ACCOUNT_TONES: Record<ServiceAccountState, Tone> = { ACTIVE: 'good', SUSPENDED: 'attention', REVOKED: 'neutral' };
const CREDENTIAL_TONES: Record<CredentialState, Tone> = {
  LIVE: 'good',
  SOON: 'attention',
  EXPIRED: 'bad',
  ENDED: 'neutral',
};

export function AccountStateBadge({ state }: { state: ServiceAccountState }) {
  const { t } = useTranslation('enums');
  return <StateBadge tone={ACCOUNT_TONES[state]} label={t(`serviceAccountState.${state}`)} />;
}

export function CredentialStateBadge({ state }: { state: CredentialState }) {
  const { t } = useTranslation('partners');
  return <StateBadge tone={CREDENTIAL_TONES[state]} label={t(`credentialState.${state}`)} />;
}

/** Says it where the account can get in no more, or soon cannot; otherwise until when it can. */
export function ExpiryBadge({ credentials }: { credentials: readonly Credential[] }) {
  const { t } = useTranslation('partners');
  const { moment, relative } = useFormats();
  const { state, at } = accountExpiry(credentials);
  if (state === 'NONE') return <StateBadge tone="bad" label={t('expiry.none')} />;
  if (state === 'SOON') return <StateBadge tone="attention" label={t('expiry.soon', { when: relative(at) })} />;
  return <time dateTime={at}>{moment(at)}</time>;
}
