import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { LeadScreenedFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { Findings } from './findings';
import { Marked } from './marked';
import classes from './screening.module.css';
import { useShares } from './screening-words';

const LeadScreeningQuery = graphql(`
  query LeadScreening($ids: [ID!]!) {
    screenedListings(first: 20, filter: { leadIds: $ids }) {
      nodes {
        ...LeadScreened
      }
    }
  }
  fragment LeadScreened on ScreenedListing {
    id
    title
    model
    releaseNumber
    score
    threshold
    relistedOf
    brand {
      id
      name
      nameZh
    }
    findings {
      ...ScreeningFinding
    }
  }
`);

/** By which version of which model a lead was found, how likely it was, and why; loaded after the page it stands on. */
export default function LeadScreening({ leadId }: { leadId: string }) {
  const { t } = useTranslation('screening');
  const reads = may(useViewer(), 'SCREENING_READ');
  const [{ data }] = useQuery({ query: LeadScreeningQuery, variables: { ids: [leadId] }, pause: !reads });
  const found = data?.screenedListings.nodes ?? [];
  if (found.length === 0) return null;
  return (
    <Section title={t('lead.title')} count={found.length}>
      {found.map((listing) => (
        <Found key={listing.id} listing={listing} />
      ))}
    </Section>
  );
}

function Found({ listing }: { listing: LeadScreenedFragment }) {
  const { t } = useTranslation('screening');
  const localName = useLocalName();
  const { score } = useShares();
  const { id, title, findings, model, releaseNumber } = listing;
  return (
    <>
      <p className={classes.badges} style={{ margin: '6px 0' }}>
        <Link to="/screening" search={{ selected: id }} className={classes.link}>
          <Marked text={title} signs={findings} field="title" />
        </Link>
        <span className={classes.dimmed}>{localName(listing.brand)}</span>
      </p>
      <p className={classes.hint}>
        {t('lead.by', {
          model: releaseNumber > 0 ? t('modelInRelease', { model, number: releaseNumber }) : model,
          score: score(listing.score),
          threshold: score(listing.threshold),
        })}
      </p>
      {listing.relistedOf ? <p className={classes.hint}>{t('relisted', { by: listing.relistedOf })}</p> : null}
      <Findings findings={findings} />
    </>
  );
}
