import {
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';

export interface Sketch {
  query: string;
  variables: string;
}

const OPERATIONS = { Query: 'query', Mutation: 'mutation', Subscription: 'subscription' } as const;
const LEVELS = 3;

/** A request for one field at the root, to go on from: what has to be said as variables, and what can be read at once. */
export function sketchOf(schema: GraphQLSchema, root: string, name: string): Sketch | null {
  const operation = OPERATIONS[root as keyof typeof OPERATIONS];
  const type = schema.getType(root);
  const field = operation && isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) return null;
  const needed = field.args.filter((arg) => isRequiredArgument(arg) || arg.name === 'first');
  const declared = needed.map((arg) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = needed.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const head = `${operation} ${title}${declared && `(${declared})`}`;
  const body = `  ${name}${passed && `(${passed})`}${selection(field.type, 2, [])}`;
  const variables = Object.fromEntries(needed.map((arg) => [arg.name, sample(arg.type, arg.name, [])]));
  return {
    query: `${head} {\n${body}\n}\n`,
    variables: needed.length > 0 ? `${JSON.stringify(variables, null, 2)}\n` : '',
  };
}

/** What of a type asks for nothing; below that only what a page or payload is made of. */
function selection(of: GraphQLOutputType, level: number, above: readonly string[]): string {
  const type = getNamedType(of);
  if (!isCompositeType(type)) return '';
  const indent = '  '.repeat(level);
  const close = '  '.repeat(level - 1);
  if (!isObjectType(type)) return ` {\n${indent}__typename\n${close}}`;
  const lines: string[] = [];
  for (const field of Object.values(type.getFields())) {
    if (field.args.some(isRequiredArgument) || field.deprecationReason) continue;
    const below = getNamedType(field.type);
    if (!isCompositeType(below)) lines.push(field.name);
    else if (goesDeeper(type.name, field.name) && level <= LEVELS && !above.includes(below.name))
      lines.push(`${field.name}${selection(field.type, level + 1, [...above, type.name])}`);
  }
  if (lines.length === 0) lines.push('__typename');
  return ` {\n${lines.map((line) => indent + line).join('\n')}\n${close}}`;
}

function goesDeeper(parent: string, field: string): boolean {
  if (parent.endsWith('Connection')) return field === 'nodes' || field === 'pageInfo';
  return parent.endsWith('Payload') || parent.endsWith('Page');
}

function sample(of: GraphQLInputType, name: string, above: readonly string[]): unknown {
  if (isNonNullType(of)) return sample(of.ofType, name, above);
  if (isListType(of)) return [sample(of.ofType, name, above)];
  if (isEnumType(of)) return of.getValues()[0]?.name ?? null;
  if (isInputObjectType(of)) {
    if (above.includes(of.name)) return {};
    const fields = Object.values(of.getFields());
    // Of these exactly one is given.
    const given = of.isOneOf ? fields.slice(0, 1) : fields.filter(isRequiredInputField);
    return Object.fromEntries(given.map((field) => [field.name, sample(field.type, field.name, [...above, of.name])]));
  }
  if (name === 'idempotencyKey') return crypto.randomUUID();
  if (of.name === 'Int') return name === 'first' ? 10 : 1;
  if (of.name === 'Float') return 1;
  return of.name === 'Boolean' ? false : '';
}
