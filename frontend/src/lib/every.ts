/**
 * The values of an enumeration, in this order; one that is missing does not compile. A part that is loaded late writes them
 * out like this: what is imported from `gql/graphql.ts` comes with the first page of every visit.
 */
export function every<Value extends string>(values: Record<Value, true>): Value[] {
  return Object.keys(values) as Value[];
}
