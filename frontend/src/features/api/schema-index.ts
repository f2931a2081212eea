import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';

const KINDS = ['OBJECT', 'INTERFACE', 'UNION', 'INPUT', 'ENUM', 'SCALAR'] as const;
export type Kind = (typeof KINDS)[number];
export const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;

/** A field of a type, of an input, or a value of an enum. */
export interface Member {
  name: string;
  description: string;
  /** Why it will go; null where it stays. */
  deprecated: string | null;
  /** What it is, with its brackets; null for a value of an enum. */
  type: string | null;
  args: readonly Argument[];
  /** What it is where nothing is said, as the schema writes it. */
  preset: string | null;
}

export type Argument = Omit<Member, 'args' | 'type'> & { type: string };

export interface Found {
  type: string;
  /** Null where it is the type itself. */
  member: string | null;
  description: string;
  deprecated: boolean;
}

export function kindOf(type: GraphQLNamedType): Kind {
  if (isObjectType(type)) return 'OBJECT';
  if (isInterfaceType(type)) return 'INTERFACE';
  if (isUnionType(type)) return 'UNION';
  if (isInputObjectType(type)) return 'INPUT';
  return isEnumType(type) ? 'ENUM' : 'SCALAR';
}

/** The types that somebody asks about, by name. What introspection is made of is not among them. */
function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The types by what they are; the roots stand for themselves. */
export function outline(schema: GraphQLSchema): { kind: Kind; names: string[] }[] {
  const types = typesOf(schema).filter(({ name }) => !ROOTS.some((root) => root === name));
  return KINDS.map((kind) => ({
    kind,
    names: types.filter((type) => kindOf(type) === kind).map(({ name }) => name),
  })).filter(({ names }) => names.length > 0);
}

/** The one name in `[Lead!]!`. */
export function named(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

function argument({ name, description, deprecationReason, type, defaultValue }: GraphQLArgument): Argument {
  return {
    name,
    description: description ?? '',
    deprecated: deprecationReason ?? null,
    type: String(type),
    preset: presetOf(defaultValue, isEnumType(getNamedType(type))),
  };
}

function presetOf(value: unknown, isEnum: boolean): string | null {
  if (value === undefined) return null;
  return isEnum ? JSON.stringify(value)?.replaceAll('"', '') : JSON.stringify(value);
}

export function membersOf(type: GraphQLNamedType): Member[] {
  if (isObjectType(type) || isInterfaceType(type)) {
    return Object.values(type.getFields()).map(({ name, description, deprecationReason, type: of, args }) => ({
      name,
      description: description ?? '',
      deprecated: deprecationReason ?? null,
      type: String(of),
      args: args.map(argument),
      preset: null,
    }));
  }
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => ({ ...argument(field as GraphQLArgument), args: [] }));
  if (isEnumType(type)) {
    return type.getValues().map(({ name, description, deprecationReason }) => ({
      name,
      description: description ?? '',
      deprecated: deprecationReason ?? null,
      type: null,
      args: [],
      preset: null,
    }));
  }
  return [];
}

/** What a type is made of besides its members: the interfaces of an object, the types of a union or interface. */
export function relativesOf(type: GraphQLNamedType, schema: GraphQLSchema) {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const possible = isInterfaceType(type) || isUnionType(type) ? schema.getPossibleTypes(type) : [];
  return { interfaces: interfaces.map(({ name }) => name), possible: possible.map(({ name }) => name) };
}

export interface Use {
  type: string;
  member: string;
}

/** Where a type is: the fields that give it, and those that take it. */
export function usesOf(wanted: string, schema: GraphQLSchema): { gives: Use[]; takes: Use[] } {
  const gives: Use[] = [];
  const takes: Use[] = [];
  for (const type of typesOf(schema)) {
    for (const { name, type: of, args } of membersOf(type)) {
      if (of && named(of) === wanted) (isInputObjectType(type) ? takes : gives).push({ type: type.name, member: name });
      if (args.some((each) => named(each.type) === wanted)) takes.push({ type: type.name, member: name });
    }
  }
  return { gives, takes };
}

/** All that can be found, worked out once for a schema. */
export function entriesOf(schema: GraphQLSchema): Found[] {
  return typesOf(schema).flatMap((type) => [
    { type: type.name, member: null, description: type.description ?? '', deprecated: false },
    ...membersOf(type).map(({ name, description, deprecated }) => ({
      type: type.name,
      member: name,
      description,
      deprecated: deprecated !== null,
    })),
  ]);
}

/** Names that are what was looked for, then that begin so, then that hold it, then descriptions; every word has to be there. */
export function find(entries: readonly Found[], query: string): Found[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const ranked: { entry: Found; rank: number }[] = [];
  for (const entry of entries) {
    const rank = rankOf(entry, words);
    if (rank !== null) ranked.push({ entry, rank });
  }
  return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

function rankOf({ type, member, description }: Found, words: readonly string[]): number | null {
  const whole = (member === null ? type : `${type}.${member}`).toLowerCase();
  const own = (member ?? type).toLowerCase();
  const text = description.toLowerCase();
  const [first] = words;
  if (words.length === 1 && first !== undefined) {
    if (own === first || whole === first) return member === null ? 0 : 1;
    if (own.startsWith(first)) return 2;
    if (own.includes(first) || (first.includes('.') && whole.startsWith(first))) return 3;
    return text.includes(first) ? 5 : null;
  }
  if (words.every((word) => whole.includes(word))) return 4;
  return words.every((word) => whole.includes(word) || text.includes(word)) ? 5 : null;
}
