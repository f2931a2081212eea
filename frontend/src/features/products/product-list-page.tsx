import { Button } from '@mantine/core';
import { IconFileDescription, IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { BrandFilter, HolderFilter } from '@/features/rights/named-filters';
import { graphql } from '@/gql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { hasFilter, type ProductSearch, productFilter } from './product-search';
import { ProductTable } from './product-table';
import { PRODUCT_STATES } from './product-words';

const CreateProductDialog = lazy(() => import('./dialogs/create-product-dialog'));

const ProductList = graphql(`
  query ProductList($first: Int, $after: String, $last: Int, $before: String, $filter: ProductFilter) {
    products(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...ProductRow
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/products/');

/** The sheets that somebody writes, or that were opened to somebody. */
export function ProductListPage() {
  const { t } = useTranslation('products');
  const writes = may(useViewer(), 'PRODUCT_EDIT');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error, fetching }, reload] = useQuery({
    query: ProductList,
    variables: { ...pageArguments(search), filter: productFilter(search) },
  });
  const change = (next: Partial<ProductSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  const begin = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, new: open ? true : undefined }), replace: !open });
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          writes ? (
            <Button leftSection={<IconPlus size={15} aria-hidden />} onClick={() => begin(true)}>
              {t('new')}
            </Button>
          ) : null
        }
      />
      <ProductFilters search={search} change={change} />
      <KeysetList
        page={data?.products}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(products) => (
          <ProductTable
            label={t('title')}
            products={products}
            empty={
              <NoRows
                icon={IconFileDescription}
                title={t('empty')}
                text={t(writes ? 'emptyText' : 'emptyTextReader')}
                filtered={hasFilter(search)}
                noMatch={t('noMatch')}
                onClear={() => void navigate({ search: {} })}
              />
            }
          />
        )}
      </KeysetList>
      {writes && search.new ? (
        <Suspense>
          <CreateProductDialog brand={search.brand} onClose={() => begin(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

interface ProductFiltersProps {
  search: ProductSearch;
  change: (next: Partial<ProductSearch>) => void;
}

/** What others opened to somebody is published, so its state narrows nothing. */
function ProductFilters({ search, change }: ProductFiltersProps) {
  const { t } = useTranslation('products');
  const writes = may(useViewer(), 'PRODUCT_EDIT');
  return (
    <Toolbar
      search={<SearchBox label={t('search')} value={search.search} onChange={(next) => change({ search: next })} />}
    >
      {writes ? (
        <FilterMenu
          label={t('fields.state')}
          options={PRODUCT_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          selected={search.states}
          onChange={(states) => change({ states })}
        />
      ) : null}
      <BrandFilter value={search.brand} onChange={(brand) => change({ brand })} />
      <HolderFilter value={search.holder} onChange={(holder) => change({ holder })} />
    </Toolbar>
  );
}
