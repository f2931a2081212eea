import { expect, it } from 'vitest';
import { PurchaseState } from '@/gql/graphql';
import { COLUMNS, columnsFor, purchaseBoardSearch, purchaseFilter, statesOf } from './purchase-search';

it('puts every state into one column of the board', () => {
  const shown = Object.values(COLUMNS).flat();
  expect([...shown].sort()).toEqual(Object.values(PurchaseState).sort());
});

it('shows the columns of the states asked for', () => {
  expect(columnsFor(undefined)).toHaveLength(6);
  expect(columnsFor(['SHIPPED', 'LOST'])).toEqual(['ordered', 'failed']);
  expect(statesOf('ordered', ['SHIPPED', 'LOST'])).toEqual(['SHIPPED']);
  expect(statesOf('ordered', undefined)).toEqual(['ORDERED', 'SHIPPED']);
});

it('reads the address as a filter and drops what means nothing', () => {
  const search = purchaseBoardSearch({ waiting: 'true', brand: 'brand_1', states: 'ORDERED,NEVER', list: 'perhaps' });
  expect(search).toMatchObject({ waiting: true, brand: 'brand_1', states: ['ORDERED'], list: undefined });
  expect(purchaseFilter(search)).toEqual({
    awaitingMe: true,
    buyerIsMe: undefined,
    organizationId: undefined,
    programId: undefined,
    brandId: 'brand_1',
  });
});
