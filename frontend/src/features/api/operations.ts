import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  validate,
} from 'graphql';

export interface Operation {
  /** Empty where it has none. */
  name: string;
  kind: 'query' | 'mutation' | 'subscription';
  /** Its fields at the root, by the names of the schema. */
  roots: string[];
}

export interface Problem {
  message: string;
  line?: number;
}

/** A document as it was typed: what could run, and what is wrong with it. */
export interface Typed {
  operations: Operation[];
  problems: Problem[];
  document: DocumentNode | null;
}

const MOST_PROBLEMS = 5;

/** Without a schema it is only known whether the text is a document at all. */
export function read(text: string, schema: GraphQLSchema | null): Typed {
  if (text.trim() === '') return { operations: [], problems: [], document: null };
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return { operations: [], problems: [problemOf(error)], document: null };
  }
  const errors = schema ? validate(schema, document, undefined, { maxErrors: MOST_PROBLEMS }) : [];
  const operations = document.definitions
    .filter((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
    .map((each) => ({
      name: each.name?.value ?? '',
      kind: each.operation,
      roots: [...new Set(rootsOf(each.selectionSet, document, new Set()))],
    }));
  return { operations, problems: errors.slice(0, MOST_PROBLEMS).map(problemOf), document };
}

function problemOf(error: unknown): Problem {
  if (!(error instanceof GraphQLError)) return { message: String(error) };
  return { message: error.message, line: error.locations?.[0]?.line };
}

function rootsOf({ selections }: SelectionSetNode, document: DocumentNode, seen: Set<string>): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection.name.value];
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootsOf(selection.selectionSet, document, seen);
    const { value } = selection.name;
    if (seen.has(value)) return [];
    seen.add(value);
    const fragment = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootsOf(fragment.selectionSet, document, seen) : [];
  });
}

/** The operation that would run: the chosen one, else the first. */
export function chosen({ operations }: Pick<Typed, 'operations'>, name: string | null): Operation | null {
  return operations.find((operation) => operation.name === name) ?? operations[0] ?? null;
}

/** The text laid out as it is usually written; null where it is no document. Comments would be lost, so they keep it as it is. */
export function laidOut(text: string): string | null {
  if (/^\s*#/m.test(text)) return null;
  try {
    return print(parse(text));
  } catch {
    return null;
  }
}
