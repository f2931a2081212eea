import type { Exchange } from '@urql/core';
import type { Cache, KeyingConfig, UpdateResolver, UpdatesConfig } from '@urql/exchange-graphcache';
import { fromPromise, fromValue, mergeMap, pipe } from 'wonka';
import type { Mutation, Query } from '@/gql/graphql';

/** Exactly one of each, for this viewer. */
const SINGLES: KeyingConfig = {
  Viewer: () => 'viewer',
  Settings: () => 'settings',
  Account: () => 'account',
};

/** The same thing at several times, under the same id: kept apart. */
const AT_A_TIME: KeyingConfig = { OutcomeEntry: () => null };

/** Null keeps it inside of its parent: a value, or what nothing may keep, such as a person's identifier in clear. */
const byId: KeyingConfig[string] = ({ id }) => (id ? String(id) : null);

/** What has an id is kept once under it. That every document asks for it is tested. */
export const cacheKeys: KeyingConfig = new Proxy(
  { ...SINGLES, ...AT_A_TIME },
  { get: (rules, type: string) => rules[type] ?? byId },
);

/** Which lists, by their field, a change makes stale. Each feature says so in its `cache.ts`. */
export type StaleLists = { readonly [Change in keyof Mutation]?: readonly (keyof Query)[] };

const afterChanges: Record<string, UpdateResolver> = {};
export const cacheUpdates: UpdatesConfig = { Mutation: afterChanges };

/** Lists are keyset pages, so a change cannot be spliced in: drop the lists, what is on the screen is read again. */
function dropLists(cache: Cache, fields: readonly string[]) {
  for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
    if (fields.includes(fieldName)) cache.invalidate('Query', fieldName, args ?? undefined);
  }
}

let rules: Promise<void> | undefined;

/** Without them a list is at worst an old one until its page is opened again, so no change fails for that. */
function loadRules() {
  rules ??= import('./stale-lists').then(
    ({ staleLists }) => {
      for (const [change, lists] of Object.entries(staleLists))
        afterChanges[change] = (_result, _args, cache) => dropLists(cache, lists);
    },
    () => {
      rules = undefined;
    },
  );
  return rules;
}

/** No page needs the rules to be shown: the first change waits for them. */
export const rulesBeforeChanges: Exchange =
  ({ forward }) =>
  (operations) =>
    forward(
      pipe(
        operations,
        mergeMap((operation) =>
          operation.kind === 'mutation' ? fromPromise(loadRules().then(() => operation)) : fromValue(operation),
        ),
      ),
    );
