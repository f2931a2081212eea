import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { FeatureSection } from './features/feature-section';
import { ProductPictures } from './pictures/product-pictures';
import { ProductAbout } from './product-about';
import { ProductActions } from './product-actions';
import { ProductDialogs } from './product-dialogs';
import { ProductFacts } from './product-facts';
import { ProductGrants } from './product-grants';
import { ProductStateBadge } from './product-words';
import classes from './products.module.css';

const ProductPageQuery = graphql(`
  query ProductPage($id: ID!) {
    product(id: $id) {
      ...ProductPage
    }
  }
  fragment ProductPage on ProductModel {
    id
    modelNumber
    name
    state
    version
    allowedActions
    ...ProductFacts
    ...ProductAbout
    ...ProductForm
    ...ProductPictures
    ...ProductFeatures
    ...ProductGrants
  }
`);

const route = getRouteApi('/_app/products/$id');

/** A product sheet; who keeps it changes it in place. */
export function ProductPage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({
    query: ProductPageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const product = data?.product;
  if (!product) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.product === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <ProductSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<ProductTrail modelNumber={product.modelNumber} />}
        title={product.name}
        meta={<ProductStateBadge state={product.state} />}
        actions={<ProductActions product={product} />}
      />
      <TwoColumns side={<ProductFacts product={product} />}>
        <FeatureSection product={product} onStale={refresh} />
        <ProductPictures product={product} onStale={refresh} />
        <ProductAbout product={product} />
        <ProductGrants product={product} />
      </TwoColumns>
      <ProductDialogs product={product} onStale={refresh} />
    </>
  );
}

function ProductTrail({ modelNumber }: { modelNumber?: string }) {
  const { t } = useTranslation('products');
  return (
    <>
      <Link to="/products">{t('title')}</Link>
      <span aria-hidden> / </span>
      {modelNumber ? <span className={classes.code}>{modelNumber}</span> : null}
    </>
  );
}

function ProductSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<ProductTrail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
