import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AccountNameFragment, FundHoldState, FundOrderState, TestPurchaseProgramState } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { StateBadge, type Tone } from '@/ui/state-badge';

graphql(`
  fragment FundMoney on Money {
    amount
    currency
  }
  fragment AccountName on LedgerAccount {
    id
    kind
    organization {
      id
      name
      nameZh
    }
  }
`);

/** What an account is called: what it is, and whose. */
export function useAccountName() {
  const { t } = useTranslation('funds');
  const localName = useLocalName();
  return ({ kind, organization }: AccountNameFragment) =>
    organization ? `${t(`accounts.${kind}`)} · ${localName(organization)}` : t(`accounts.${kind}`);
}

const ORDER_TONES: Record<FundOrderState, Tone> = {
  PROPOSED: 'attention',
  POSTED: 'good',
  REFUSED: 'bad',
  WITHDRAWN: 'neutral',
};

export function OrderStateBadge({ state }: { state: FundOrderState }) {
  const { t } = useTranslation('funds');
  return <StateBadge tone={ORDER_TONES[state]} label={t(`orderStates.${state}`)} />;
}

const HOLD_TONES: Record<FundHoldState, Tone> = {
  OPEN: 'progress',
  SETTLED: 'good',
  VOIDED: 'neutral',
  EXPIRED: 'bad',
};

export function HoldStateBadge({ state }: { state: FundHoldState }) {
  const { t } = useTranslation('funds');
  return <StateBadge tone={HOLD_TONES[state]} label={t(`holdStates.${state}`)} />;
}

const PROGRAM_TONES: Record<TestPurchaseProgramState, Tone> = {
  PLANNED: 'neutral',
  ACTIVE: 'good',
  ENDED: 'neutral',
  ARCHIVED: 'neutral',
};

export function ProgramStateBadge({ state }: { state: TestPurchaseProgramState }) {
  const { t } = useTranslation('funds');
  return <StateBadge tone={PROGRAM_TONES[state]} label={t(`programStates.${state}`)} />;
}
