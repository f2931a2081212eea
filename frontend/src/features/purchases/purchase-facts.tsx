import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import classes from './purchases.module.css';

graphql(`
  fragment PurchaseFacts on Purchase {
    id
    initiator
    purpose
    notarised
    funded
    seller
    listingUrl
    orderNumber
    orderedAt
    carrier
    parcelNumber
    shippedAt
    receivedAt
    closedAt
    holdExpiresAt
    organization {
      id
      name
      nameZh
    }
    holder {
      id
      name
      nameZh
    }
    program {
      id
      name
    }
    hold {
      id
      allocation {
        id
        fund {
          id
          name
        }
      }
    }
    brand {
      id
      name
      nameZh
    }
    lead {
      id
      reference
    }
    sellerSubject {
      id
      name
    }
  }
`);

export function PurchaseFacts({ purchase }: { purchase: PurchaseFactsFragment }) {
  const { t } = useTranslation('purchases');
  const localName = useLocalName();
  const { organization, holder, program, hold, brand, lead, sellerSubject, seller } = purchase;
  return (
    <Facts>
      <Fact label={t('fields.organization')}>{localName(organization)}</Fact>
      <Fact label={t('fields.holder')}>{holder ? localName(holder) : null}</Fact>
      <Fact label={t('fields.fund')}>
        {hold?.allocation?.fund ? (
          <Link to="/funds/$id" params={{ id: hold.allocation.fund.id }} search={{}} className={classes.link}>
            {hold.allocation.fund.name}
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('fields.program')}>
        {program ? (
          <Link to="/programs/$id" params={{ id: program.id }} search={{}} className={classes.link}>
            {program.name}
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('fields.brand')}>{brand ? localName(brand) : null}</Fact>
      <Fact label={t('fields.lead')}>
        {lead ? (
          <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} className={classes.link}>
            {lead.reference}
          </Link>
        ) : null}
      </Fact>
      <Fact label={t('fields.initiator')}>{t(`initiators.${purchase.initiator}`)}</Fact>
      <Fact label={t('fields.purpose')}>{t(`purposes.${purchase.purpose}`)}</Fact>
      <Fact label={t('fields.notarised')}>{purchase.notarised ? t('yes') : null}</Fact>
      <Fact label={t('fields.funded')}>{t(purchase.funded ? 'yes' : 'no')}</Fact>
      <Fact label={t('fields.seller')}>
        {sellerSubject ? (
          <Link to="/subjects/$subject" params={{ subject: sellerSubject.id }} search={{}} className={classes.link}>
            {sellerSubject.name}
          </Link>
        ) : (
          seller
        )}
      </Fact>
      <Fact label={t('fields.listing')}>
        {purchase.listingUrl ? <span className={classes.code}>{purchase.listingUrl}</span> : null}
      </Fact>
      <OrderFacts purchase={purchase} />
    </Facts>
  );
}

function OrderFacts({ purchase }: { purchase: PurchaseFactsFragment }) {
  const { t } = useTranslation('purchases');
  return (
    <>
      <Moment label={t('fields.holdExpiresAt')} at={purchase.holdExpiresAt} />
      <Fact label={t('fields.orderNumber')}>
        {purchase.orderNumber ? <span className={classes.code}>{purchase.orderNumber}</span> : null}
      </Fact>
      <Moment label={t('fields.orderedAt')} at={purchase.orderedAt} />
      <Fact label={t('fields.carrier')}>{purchase.carrier}</Fact>
      <Fact label={t('fields.parcelNumber')}>
        {purchase.parcelNumber ? <span className={classes.code}>{purchase.parcelNumber}</span> : null}
      </Fact>
      <Moment label={t('fields.shippedAt')} at={purchase.shippedAt} />
      <Moment label={t('fields.receivedAt')} at={purchase.receivedAt} />
      <Moment label={t('fields.closedAt')} at={purchase.closedAt} />
    </>
  );
}

function Moment({ label, at }: { label: string; at: string | null | undefined }) {
  const { dateTime } = useFormats();
  return <Fact label={label}>{at ? <time dateTime={at}>{dateTime(at)}</time> : null}</Fact>;
}
