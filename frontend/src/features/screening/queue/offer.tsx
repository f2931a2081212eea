import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { Findings } from '../findings';
import { Marked } from '../marked';
import { ScreenedState, useShares } from '../screening-words';
import { OfferFacts } from './offer-facts';
import classes from './queue.module.css';

graphql(`
  fragment ScreenedOffer on ScreenedListing {
    id
    version
    title
    text
    url
    platform
    listingId
    seller
    shopId
    price {
      amount
      currency
    }
    pictureUrls
    score
    threshold
    disposition
    infringementTypes
    model
    releaseNumber
    relistedOf
    watched
    state
    dismissal
    note
    judgedAt
    createdAt
    allowedJudgements
    mayUndo
    brand {
      id
      name
      nameZh
    }
    lead {
      id
      reference
      title
    }
    judgedBy {
      id
      name
    }
    findings {
      ...ScreeningFinding
    }
  }
`);

/** A listing and a brand: what is offered, how likely it infringes, and why. */
export function Offer({ listing }: { listing: ScreenedOfferFragment }) {
  const { t } = useTranslation(['screening', 'enums']);
  const localName = useLocalName();
  const { list } = useFormats();
  const { score } = useShares();
  const { title, text, findings, infringementTypes, lead } = listing;
  return (
    <>
      <header className={classes.head}>
        <span className={classes.eyebrow}>{localName(listing.brand)}</span>
        <h2 className={classes.title}>
          <Marked text={title} signs={findings} field="title" />
        </h2>
        <div className={classes.badges}>
          <span className={classes.score}>{t('screening:score', { score: score(listing.score) })}</span>
          <span className={classes.dimmed}>{t('screening:from', { threshold: score(listing.threshold) })}</span>
          <ScreenedState state={listing.state} />
          {listing.watched ? <span className={classes.warns}>{t('screening:watched')}</span> : null}
          {lead ? (
            <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} className={classes.lead}>
              {lead.reference}
            </Link>
          ) : null}
        </div>
        <p className={classes.finding}>
          {t(`screening:dispositions.${listing.disposition}`)}
          {infringementTypes.length > 0
            ? ` ${list(infringementTypes.map((type) => t(`enums:infringement.${type}`)))}`
            : null}
        </p>
        {listing.relistedOf ? (
          <p className={classes.warns}>{t('screening:relisted', { by: listing.relistedOf })}</p>
        ) : null}
      </header>
      {text ? (
        <p className={classes.text}>
          <Marked text={text} signs={findings} field="text" />
        </p>
      ) : null}
      <Pictures urls={listing.pictureUrls} />
      <OfferFacts listing={listing} />
      <Section title={t('screening:why.title')}>
        <Findings findings={findings} />
      </Section>
    </>
  );
}

/** They lie at the platform, which sees who opens one: so the portal shows where they are and fetches none. */
function Pictures({ urls }: { urls: readonly string[] }) {
  const { t } = useTranslation('screening');
  if (urls.length === 0) return null;
  return (
    <div className={classes.pictures}>
      <ul aria-label={t('pictures.title')}>
        {urls.map((url, place) => (
          <li key={url}>
            <Anchor size="sm" href={url} target="_blank" rel="noopener noreferrer">
              {t('pictures.open', { number: place + 1 })} <IconExternalLink size={13} aria-hidden />
            </Anchor>
          </li>
        ))}
      </ul>
      <p className={classes.dimmed}>{t('pictures.hint')}</p>
    </div>
  );
}
