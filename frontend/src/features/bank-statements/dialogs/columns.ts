import type { BankColumn, BankColumnInput } from '@/gql/graphql';

/** Of each column of a table what it holds; null for nothing that is taken. */
export type Columns = Readonly<Record<string, BankColumn | null>>;

export function chosenColumns(columns: readonly { name: string; suggestion?: BankColumn | null }[]): Columns {
  return Object.fromEntries(columns.map(({ name, suggestion }) => [name, suggestion ?? null]));
}

/** Says what a column holds; whichever said so before holds nothing, but of texts there may be several. */
export function changed(columns: Columns, column: string, field: BankColumn | null): Columns {
  const others = Object.entries(columns).map(([name, there]) => [
    name,
    there === field && field !== 'TEXT' ? null : there,
  ]);
  return { ...Object.fromEntries(others), [column]: field };
}

export function columnInput(columns: Columns): BankColumnInput[] {
  return Object.entries(columns).flatMap(([column, field]) => (field ? [{ column, field }] : []));
}
