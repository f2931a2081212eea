import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { chosen, laidOut, read } from './operations';

const schema = buildSchema(
  'type Query { one: Int two: Int } type Mutation { change: Int } type Subscription { told: Int }',
);

describe('a document as it was typed', () => {
  it('says what could run', () => {
    const { operations, problems } = read('query A { one } mutation B { change, again: change }', schema);
    expect(problems).toEqual([]);
    expect(operations).toEqual([
      { name: 'A', kind: 'query', roots: ['one'] },
      { name: 'B', kind: 'mutation', roots: ['change'] },
    ]);
  });

  it('finds what a fragment hides, also one that spreads itself', () => {
    const text = 'mutation { ...A } fragment A on Mutation { ...A ... on Mutation { change } }';
    expect(read(text, null).operations).toEqual([{ name: '', kind: 'mutation', roots: ['change'] }]);
  });

  it('says what is wrong and where', () => {
    expect(read('{ one', null)).toMatchObject({ operations: [], document: null, problems: [{ line: 1 }] });
    const { problems, operations } = read('{\n  three\n}', schema);
    expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining('three') }]);
    expect(operations).toHaveLength(1);
    expect(read('{ three }', null).problems).toEqual([]);
    expect(read('  ', schema)).toEqual({ operations: [], problems: [], document: null });
  });

  it('runs the chosen operation, else the first', () => {
    const typed = read('query A { one } query B { two }', null);
    expect(chosen(typed, 'B')?.name).toBe('B');
    expect(chosen(typed, 'gone')?.name).toBe('A');
    expect(chosen(read('', null), 'A')).toBeNull();
  });

  it('is laid out where that loses nothing', () => {
    expect(laidOut('{one two}')).toBe('{\n  one\n  two\n}');
    expect(laidOut('# why\n{one}')).toBeNull();
    expect(laidOut('{one')).toBeNull();
  });
});
