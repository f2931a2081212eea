import type { ImportField, ImportMappingColumnInput } from '@/gql/graphql';

/** Of each column of a table where it goes; null for nowhere. */
export type Mapping = Readonly<Record<string, ImportField | null>>;

interface Suggested {
  name: string;
  suggestion?: ImportField | null;
}

export function suggestedMapping(columns: readonly Suggested[]): Mapping {
  return Object.fromEntries(columns.map(({ name, suggestion }) => [name, suggestion ?? null]));
}

/** Puts a column somewhere; whichever was there before goes nowhere, but the summary takes several. */
export function remapped(mapping: Mapping, column: string, field: ImportField | null): Mapping {
  const others = Object.entries(mapping).map(([name, there]) => [
    name,
    there === field && field !== 'SUMMARY' ? null : there,
  ]);
  return { ...Object.fromEntries(others), [column]: field };
}

/** A mapping that was kept, as far as the table has its columns. */
export function keptMapping(names: readonly string[], kept: readonly ImportMappingColumnInput[]): Mapping {
  const fields = new Map(kept.map(({ column, field }) => [column, field]));
  return Object.fromEntries(names.map((name) => [name, fields.get(name) ?? null]));
}

export function mappingInput(mapping: Mapping): ImportMappingColumnInput[] {
  return Object.entries(mapping).flatMap(([column, field]) => (field ? [{ column, field }] : []));
}
