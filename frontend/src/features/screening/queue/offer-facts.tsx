import { Anchor } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { Fact, Facts } from '@/ui/facts';
import { Marked } from '../marked';
import { keepsWatchList } from '../rights';
import classes from './queue.module.css';

/** Who offers it where for how much, and by what it was weighed. */
export function OfferFacts({ listing }: { listing: ScreenedOfferFragment }) {
  const { t } = useTranslation('screening');
  const { dateTime, money } = useFormats();
  const { price, judgedBy, judgedAt, dismissal } = listing;
  return (
    <div className={classes.facts}>
      <Facts>
        <Fact label={t('fields.price')}>{price ? money(price) : null}</Fact>
        <Fact label={t('fields.platform')}>{listing.platform}</Fact>
        <Fact label={t('fields.seller')}>
          <Seller listing={listing} />
        </Fact>
        <Fact label={t('fields.listing')}>{listing.listingId}</Fact>
        <Fact label={t('fields.url')}>{listing.url ? <Address url={listing.url} /> : null}</Fact>
        <Fact label={t('fields.model')}>
          {listing.releaseNumber > 0
            ? t('modelInRelease', { model: listing.model, number: listing.releaseNumber })
            : listing.model}
        </Fact>
        <Fact label={t('fields.screenedAt')}>{dateTime(listing.createdAt)}</Fact>
        <Fact label={t('fields.dismissal')}>{dismissal ? t(`verdict.${dismissal}`) : null}</Fact>
        <Fact label={t('fields.note')}>{listing.note}</Fact>
        <Fact label={t('fields.judgedBy')}>
          {judgedBy && judgedAt ? t('byAt', { name: judgedBy.name, at: dateTime(judgedAt) }) : null}
        </Fact>
      </Facts>
    </div>
  );
}

function Address({ url }: { url: string }): ReactNode {
  const { t } = useTranslation('screening');
  return (
    <Anchor size="sm" href={url} target="_blank" rel="noopener noreferrer" className={classes.address}>
      {url} <IconExternalLink size={13} aria-label={t('opens')} />
    </Anchor>
  );
}

function Seller({ listing }: { listing: ScreenedOfferFragment }) {
  const { t } = useTranslation('screening');
  const watches = keepsWatchList(useViewer());
  const { seller, shopId, platform, watched, findings } = listing;
  if (!seller && !shopId) return t('unknown');
  return (
    <>
      {seller ? <Marked text={seller} signs={findings} field="seller" /> : null}
      {shopId ? <span className={classes.code}>{seller ? ` · ${shopId}` : shopId}</span> : null}
      {watches && !watched && platform && shopId ? (
        <>
          {' '}
          <Link
            to="/screening/sellers"
            search={{ do: 'WATCH', platform, shop: shopId, name: seller ?? undefined }}
            className={classes.lead}
          >
            {t('sellers.watch')}
          </Link>
        </>
      ) : null}
    </>
  );
}
