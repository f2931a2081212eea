import { readFileSync } from 'node:fs';
import { buildClientSchema, buildSchema, introspectionFromSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { FOR_SERVICES, NEEDS, READY, readyRequest } from './ready-requests';
import { entriesOf, find, membersOf, named, outline, relativesOf, usesOf } from './schema-index';
import { sketchOf } from './sketch';

/** As the page has it: by introspection. */
const schema = buildClientSchema(introspectionFromSchema(buildSchema(readFileSync('../schema.graphql', 'utf8'))));
const typeOf = (name: string) => {
  const type = schema.getType(name);
  if (!type) throw new Error(name);
  return type;
};
const entries = entriesOf(schema);
const names = (query: string) =>
  find(entries, query).map(({ type, member }) => (member === null ? type : `${type}.${member}`));

describe('the reference of the schema', () => {
  it('has every type but those of introspection, each once', () => {
    const listed = outline(schema).flatMap(({ names: of }) => of);
    expect(listed).toContain('Lead');
    expect(listed).not.toContain('Query');
    expect(listed.filter((name) => name.startsWith('__'))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it('tells the fields of a type with their arguments', () => {
    const leads = membersOf(typeOf('Query')).find(({ name }) => name === 'leads');
    expect(leads).toMatchObject({ type: 'LeadConnection!', deprecated: null });
    expect(leads?.args.map(({ name }) => name)).toContain('filter');
    expect(membersOf(typeOf('ExportFormat')).map(({ name }) => name)).toContain('STIX');
    expect(membersOf(typeOf('CreateExportInput')).map(({ name }) => name)).toContain('idempotencyKey');
    expect(named('[Lead!]!')).toBe('Lead');
  });

  it('tells what belongs together', () => {
    expect(relativesOf(typeOf('Lead'), schema).interfaces).toEqual(['Node']);
    expect(relativesOf(typeOf('Node'), schema).possible).toContain('Lead');
    const { gives, takes } = usesOf('ExportFormat', schema);
    expect(gives).toContainEqual({ type: 'Export', member: 'format' });
    expect(takes).toContainEqual({ type: 'CreateExportInput', member: 'format' });
  });

  it('tells what is deprecated and what is meant where nothing is said', () => {
    const old = buildSchema(`
      enum Order { FIRST LAST }
      type Query { a(order: Order = LAST, most: Int = 3, gone: Int @deprecated(reason: "No use.")): Int @deprecated(reason: "Ask b.") b: Int }
    `);
    const query = old.getType('Query');
    const [a, b] = query ? membersOf(query) : [];
    expect([a?.deprecated, b?.deprecated]).toEqual(['Ask b.', null]);
    expect(a?.args.map(({ preset }) => preset)).toEqual(['LAST', '3', null]);
    expect(a?.args.map(({ deprecated }) => deprecated)).toEqual([null, null, 'No use.']);
  });
});

describe('the search', () => {
  it('puts the very name first', () => {
    expect(names('lead')[0]).toBe('Lead');
    expect(names('createLead')[0]).toBe('Mutation.createLead');
    expect(names('export.format')[0]).toBe('Export.format');
  });

  it('asks for every word, in descriptions too, and finds nothing for nothing', () => {
    expect(names('mutation export')).toContain('Mutation.createExport');
    expect(names('TLP 2.0')).toContain('ExportFormat.STIX');
    expect(names('   ')).toEqual([]);
    expect(names('nothingofthiskind')).toEqual([]);
  });
});

describe('a request to go on from', () => {
  it('fits the schema, for every field at the root', () => {
    for (const root of ['Query', 'Mutation', 'Subscription']) {
      for (const { name } of membersOf(typeOf(root))) {
        const sketch = sketchOf(schema, root, name);
        expect([name, sketch && validate(schema, parse(sketch.query)).map(String)]).toEqual([name, []]);
        if (sketch?.variables) JSON.parse(sketch.variables);
      }
    }
  });

  it('is there for what begins a request alone', () => {
    expect(sketchOf(schema, 'Lead', 'title')).toBeNull();
    expect(sketchOf(schema, 'Query', 'nothing')).toBeNull();
  });

  it('names what has to be said', () => {
    const sketch = sketchOf(schema, 'Mutation', 'createExport');
    expect(sketch?.query).toContain('mutation CreateExport($input: CreateExportInput!)');
    const { input } = JSON.parse(sketch?.variables ?? '{}');
    expect(Object.keys(input).sort()).toEqual(['format', 'idempotencyKey']);
    expect(input.idempotencyKey).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the ready requests', () => {
  it.each(READY)('%s fits the schema', (ready) => {
    const { query, variables } = readyRequest(ready);
    expect(validate(schema, parse(query)).map(String)).toEqual([]);
    if (variables) JSON.parse(variables);
  });

  it('keeps nothing of a first listing', () => {
    expect(JSON.parse(readyRequest('listing').variables)).toMatchObject({ input: { dryRun: true } });
    expect(NEEDS.listing).toBe('LEAD_CREATE');
    expect(FOR_SERVICES).toEqual(['changes']);
  });
});
