import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BankLineState, BankMatchReason } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';

graphql(`
  fragment BankLineRow on BankLine {
    id
    number
    bookedOn
    valueOn
    reference
    references
    counterparty
    text
    state
    ageDays
    allowedActions
    amount {
      ...FundMoney
    }
    statement {
      id
      reference
    }
  }
  fragment BankEntry on LedgerEntry {
    id
    kind
    at
    bankReference
    note
    amount {
      ...FundMoney
    }
    debit {
      ...AccountName
    }
    credit {
      ...AccountName
    }
  }
`);

const TONES: Record<BankLineState, Tone> = { OPEN: 'attention', IN_SUSPENSE: 'progress', MATCHED: 'good' };

export function LineStateBadge({ state }: { state: BankLineState }) {
  const { t } = useTranslation('bank');
  return <StateBadge tone={TONES[state]} label={t(`lineStates.${state}`)} />;
}

/** What speaks for a match, in words. */
export function Reasons({ reasons }: { reasons: readonly BankMatchReason[] }) {
  const { t } = useTranslation('bank');
  const { list } = useFormats();
  return <>{list(reasons.map((reason) => t(`reasons.${reason}`)))}</>;
}
