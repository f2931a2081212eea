import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ProductRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { ProductStateBadge } from './product-words';
import classes from './products.module.css';

graphql(`
  fragment ProductRow on ProductModel {
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
    name
    gtin
    genuinePrice {
      price {
        amount
        currency
      }
    }
    state
    updatedAt
  }
`);

interface ProductTableProps {
  label: string;
  products: readonly ProductRowFragment[] | undefined;
  empty: ReactNode;
}

export function ProductTable({ label, products, empty }: ProductTableProps) {
  const columns = useProductColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={products}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/products/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

function useProductColumns(): Column<ProductRowFragment>[] {
  const { t } = useTranslation('products');
  const localName = useLocalName();
  const { moment, money } = useFormats();
  return [
    {
      key: 'number',
      header: t('fields.modelNumber'),
      width: 136,
      render: ({ modelNumber }) => <span className={classes.code}>{modelNumber}</span>,
    },
    { key: 'name', header: t('fields.name'), primary: true, render: ({ name }) => name },
    { key: 'brand', header: t('fields.brand'), width: 152, render: ({ brand }) => localName(brand) },
    {
      key: 'holder',
      header: t('fields.holder'),
      width: 176,
      from: 'lg',
      render: ({ holder }) => <span className={classes.dimmed}>{localName(holder)}</span>,
    },
    {
      key: 'gtin',
      header: t('fields.gtin'),
      width: 144,
      from: 'lg',
      render: ({ gtin }) => <span className={classes.code}>{gtin ?? '–'}</span>,
    },
    {
      key: 'price',
      header: t('fields.genuinePrice'),
      width: 128,
      from: 'md',
      align: 'end',
      render: ({ genuinePrice }) => (genuinePrice ? money(genuinePrice.price) : '–'),
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 120,
      render: ({ state }) => <ProductStateBadge state={state} />,
    },
    {
      key: 'updated',
      header: t('fields.updatedAt'),
      width: 112,
      from: 'md',
      render: ({ updatedAt }) => <time dateTime={updatedAt}>{moment(updatedAt)}</time>,
    },
  ];
}
