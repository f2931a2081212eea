import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ProductFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import classes from './products.module.css';

graphql(`
  fragment ProductFacts on ProductModel {
    id
    brand {
      id
      name
      nameZh
    }
    holder {
      id
      name
      nameZh
    }
    modelNumber
    gtin
    genuinePrice {
      price {
        amount
        currency
      }
      basis
      source
      foundOn
    }
    createdAt
    updatedAt
    publishedAt
  }
`);

export function ProductFacts({ product }: { product: ProductFactsFragment }) {
  const { t } = useTranslation('products');
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { brand, holder, gtin, createdAt, updatedAt, publishedAt } = product;
  return (
    <Facts>
      <Fact label={t('fields.brand')}>{localName(brand)}</Fact>
      <Fact label={t('fields.holder')}>
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/organizations/$id" params={{ id: holder.id }} search={{}} {...props} />}
        >
          {localName(holder)}
        </Anchor>
      </Fact>
      <Fact label={t('fields.modelNumber')}>
        <span className={classes.code}>{product.modelNumber}</span>
      </Fact>
      <Fact label={t('fields.gtin')}>{gtin ? <span className={classes.code}>{gtin}</span> : null}</Fact>
      <GenuinePrice product={product} />
      <Fact label={t('fields.publishedAt')}>
        {publishedAt ? <time dateTime={publishedAt}>{dateTime(publishedAt)}</time> : null}
      </Fact>
      <Fact label={t('fields.updatedAt')}>
        <time dateTime={updatedAt}>{dateTime(updatedAt)}</time>
      </Fact>
      <Fact label={t('fields.createdAt')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}

/** What a genuine one costs, on what that rests, where and when it was found. */
function GenuinePrice({ product: { genuinePrice } }: { product: ProductFactsFragment }) {
  const { t } = useTranslation(['products', 'referrals']);
  const { date, money } = useFormats();
  if (!genuinePrice) return null;
  const { price, basis, source, foundOn } = genuinePrice;
  return (
    <Fact label={t('fields.genuinePrice')}>
      <span className={classes.strong}>{money(price)}</span>
      <br />
      <span className={classes.dimmed}>
        {t(`referrals:bases.${basis}`)} · <time dateTime={foundOn}>{date(foundOn)}</time>
      </span>
      {source ? (
        <>
          <br />
          <span className={classes.dimmed}>{source}</span>
        </>
      ) : null}
    </Fact>
  );
}
