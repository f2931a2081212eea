import { useTranslation } from 'react-i18next';
import { LeadLink } from '@/features/leads/lead-facts';
import { IdentifierChip } from '@/features/subjects/identifier-chips';
import { graphql } from '@/gql';
import type { BlindMatchHoldingLineFragment, IdentifierKind } from '@/gql/graphql';
import classes from './matches.module.css';

graphql(`
  fragment BlindMatchHoldingLine on BlindMatchHolding {
    subjectId
    subjectName
    value
    isMasked
    lead {
      ...LeadLink
    }
  }
`);

interface MatchHoldingsProps {
  kind: IdentifierKind;
  holdings: readonly BlindMatchHoldingLineFragment[];
}

/** Who of one's own leads is known by the identifier. Of the other side there is nothing to show. */
export function MatchHoldings({ kind, holdings }: MatchHoldingsProps) {
  const { t } = useTranslation('matches');
  return (
    <ul className={classes.list}>
      {holdings.map(({ subjectId, subjectName, value, isMasked, lead }) => (
        <li key={subjectId} className={classes.item}>
          <span className={classes.reference}>{lead ? <LeadLink lead={lead} /> : t('leadGone')}</span>
          <span>{subjectName}</span>
          <IdentifierChip identifier={{ kind, value, isMasked }} />
        </li>
      ))}
    </ul>
  );
}
