import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type FragmentDefinitionNode,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expect, it } from 'vitest';
import { cacheKeys } from './cache';
import { staleLists } from './stale-lists';

const schema = buildSchema(readFileSync('../schema.graphql', 'utf8'));
const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const texts = sources
  .filter((file) => !file.startsWith('gql'))
  .flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bgraphql\(\s*`([^`]*)`/g)])
  .map(([, text]) => text ?? '');
const documents = parse(texts.join('\n'));
const fragments = new Map(
  documents.definitions
    .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]),
);

function asksForId({ selections }: SelectionSetNode): boolean {
  return selections.some((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === 'id';
    if (selection.kind === Kind.INLINE_FRAGMENT) return asksForId(selection.selectionSet);
    const fragment = fragments.get(selection.name.value);
    return fragment !== undefined && asksForId(fragment.selectionSet);
  });
}

it('is asked for the id of whatever has one', () => {
  const without = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    documents,
    visitWithTypeInfo(types, {
      Field({ selectionSet, name }) {
        const type = types.getType();
        const named = type && schema.getType(String(type).replace(/[[\]!]/g, ''));
        if (!selectionSet || !(isObjectType(named) || isInterfaceType(named))) return;
        if (String(named.getFields().id?.type) === 'ID!' && !asksForId(selectionSet))
          without.add(`${name.value}: ${named.name}`);
      },
    }),
  );
  // A person's identifiers in clear, and what a RED feature says for a purpose: nothing shall keep them.
  expect([...without].sort()).toEqual(['feature: FakeFeature', 'identifiers: Identifier']);
});

it('keeps what has an id under it, and everything else inside of its parent', () => {
  expect(cacheKeys.Lead?.({ __typename: 'Lead', id: 'lead_1' })).toBe('lead_1');
  expect(cacheKeys.Money?.({ __typename: 'Money', amount: '1' })).toBeNull();
  expect(cacheKeys.Viewer?.({ __typename: 'Viewer' })).toBe('viewer');
  // The same goods in two revisions of an outcome are not the same entry.
  expect(cacheKeys.OutcomeEntry?.({ __typename: 'OutcomeEntry', id: 'seizure_1' })).toBeNull();
});

it('finds the rules beside the features', () => {
  expect(staleLists).toMatchObject({ createLead: ['leads'], answerDelivery: ['deliveries'] });
});
