import { Anchor, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadItemFragment, LeadItemsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import classes from './lead-items.module.css';

graphql(`
  fragment LeadItems on Lead {
    id
    items(first: 100) {
      nodes {
        ...LeadItem
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  fragment LeadItem on LeadItem {
    id
    title
    url
    canonicalUrl
    platform
    listingId
    seller
    shopId
    capturedAt
    price {
      amount
      currency
    }
    brand {
      id
      name
      nameZh
    }
  }
`);

export function LeadItems({ lead }: { lead: LeadItemsFragment }) {
  const { t } = useTranslation('leads');
  const { nodes, pageInfo } = lead.items;
  if (nodes.length === 0) return null;
  return (
    <Section title={t('items.title')} count={nodes.length}>
      <ItemList items={nodes} />
      {pageInfo.hasNextPage ? (
        <Text size="sm" c="dimmed" mt={6}>
          {t('items.more')}
        </Text>
      ) : null}
    </Section>
  );
}

export function ItemList({ items }: { items: readonly LeadItemFragment[] }) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Item({ item }: { item: LeadItemFragment }) {
  const { t } = useTranslation('leads');
  const { money, moment } = useFormats();
  const localName = useLocalName();
  const address = item.canonicalUrl ?? item.url;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.title}>{item.title}</span>
        {item.brand ? <span className={classes.brand}>{localName(item.brand)}</span> : null}
        {item.price ? <span className={classes.price}>{money(item.price)}</span> : null}
      </div>
      <div className={classes.detail}>
        {item.platform ? <span>{item.platform}</span> : null}
        {item.listingId ? <span className={classes.code}>{item.listingId}</span> : null}
        {item.seller ? <span>{t('items.seller', { seller: item.seller })}</span> : null}
        {item.capturedAt ? <span>{t('items.captured', { at: moment(item.capturedAt) })}</span> : null}
      </div>
      {address ? (
        <Anchor href={address} target="_blank" rel="noopener noreferrer" className={classes.address}>
          <span className={classes.addressText}>{address}</span>
          <IconExternalLink size={13} aria-label={t('items.opens')} />
        </Anchor>
      ) : null}
    </li>
  );
}
