import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OrderTitleFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';

graphql(`
  fragment OrderTitle on FundOrder {
    id
    kind
    amount {
      ...FundMoney
    }
    counterAmount {
      ...FundMoney
    }
    organization {
      id
      name
      nameZh
    }
  }
`);

/** An order in one line: what it is for, about whom, how much. */
export function useOrderTitle() {
  const { t } = useTranslation('funds');
  const { money } = useFormats();
  const localName = useLocalName();
  return ({ kind, organization, amount, counterAmount }: OrderTitleFragment) => {
    const sums = amount && counterAmount ? `${money(amount)} → ${money(counterAmount)}` : amount && money(amount);
    return [t(`orderKinds.${kind}`), organization && localName(organization), sums].filter(Boolean).join(' · ');
  };
}
