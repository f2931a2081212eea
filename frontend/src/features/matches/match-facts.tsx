import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BlindMatchFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import classes from './matches.module.css';

graphql(`
  fragment BlindMatchFacts on BlindMatch {
    id
    organization {
      id
      name
      nameZh
    }
    identifierKind
    strength
    extent
    signalledAt
    chosenAt
    proposedBy {
      id
      name
    }
    agreedBy {
      id
      name
    }
  }
`);

/** What both sides were told in the same words, and below it what only the own side knows. */
export function MatchFacts({ match }: { match: BlindMatchFactsFragment }) {
  const { t } = useTranslation(['matches', 'subjects']);
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { organization, identifierKind, strength, extent, signalledAt, chosenAt, proposedBy, agreedBy } = match;
  return (
    <Facts>
      <Fact label={t('fields.organization')}>{localName(organization)}</Fact>
      <Fact label={t('fields.identifier')}>{t(`subjects:identifierKinds.${identifierKind}`)}</Fact>
      <Fact label={t('fields.strength')}>
        {t(`subjects:strengths.${strength}`)}
        <div className={classes.dimmed}>{t(`subjects:strengthMeaning.${strength}`)}</div>
      </Fact>
      <Fact label={t('fields.extent')}>{t(`extents.${extent}`)}</Fact>
      <Fact label={t('fields.signalledAt')}>
        <time dateTime={signalledAt}>{dateTime(signalledAt)}</time>
      </Fact>
      <Fact label={t('fields.proposedBy')}>{proposedBy?.name}</Fact>
      <Fact label={t('fields.agreedBy')}>{agreedBy?.name}</Fact>
      <Fact label={t('fields.chosenAt')}>
        {chosenAt ? <time dateTime={chosenAt}>{dateTime(chosenAt)}</time> : null}
      </Fact>
    </Facts>
  );
}
