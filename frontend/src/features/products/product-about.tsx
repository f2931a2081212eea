import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ProductAboutFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './products.module.css';

graphql(`
  fragment ProductAbout on ProductModel {
    id
    description
    packaging
    routes
    sellers
    minimumQuantity
  }
`);

/** What it is, how it is packed, and by which ways genuine goods come: what is none of these is worth a second look. */
export function ProductAbout({ product }: { product: ProductAboutFragment }) {
  const { t } = useTranslation('products');
  const { number } = useFormats();
  const { description, packaging, routes, sellers, minimumQuantity } = product;
  return (
    <>
      {description ? (
        <Section title={t('fields.description')}>
          <p className={classes.text}>{description}</p>
        </Section>
      ) : null}
      {packaging ? (
        <Section title={t('fields.packaging')}>
          <p className={classes.text}>{packaging}</p>
        </Section>
      ) : null}
      {routes.length > 0 || sellers.length > 0 || minimumQuantity ? (
        <Section title={t('logistics.title')}>
          <dl className={classes.logistics}>
            <Lines label={t('fields.routes')} lines={routes} />
            <Lines label={t('fields.sellers')} lines={sellers} />
            <Lines
              label={t('fields.minimumQuantity')}
              lines={
                minimumQuantity
                  ? [t('logistics.pieces', { count: minimumQuantity, number: number(minimumQuantity) })]
                  : []
              }
            />
          </dl>
        </Section>
      ) : null}
    </>
  );
}

function Lines({ label, lines }: { label: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
