import { buildClientSchema, type GraphQLSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { useCallback, useEffect, useState } from 'react';
import { ask, server } from './ask';

/** Brackets around a type; no type of ours has more. */
const TYPE_DEPTH = 5;

export type SchemaProblem = 'documents' | 'refused' | 'unreachable';

let reading: Promise<GraphQLSchema> | undefined;

class Refused extends Error {}

async function readSchema(): Promise<GraphQLSchema> {
  const query = getIntrospectionQuery({
    inputValueDeprecation: true,
    specifiedByUrl: true,
    oneOf: true,
    typeDepth: TYPE_DEPTH,
  });
  const answer = await ask(server, { query, operationName: 'IntrospectionQuery' });
  const [code] = answer.codes;
  if (code || answer.status !== 200) throw new Refused(code ?? String(answer.status));
  const { data } = JSON.parse(answer.text) as { data: IntrospectionQuery };
  return buildClientSchema(data, { assumeValid: true });
}

function problemOf(error: unknown): SchemaProblem {
  if (!(error instanceof Refused)) return 'unreachable';
  return error.message === 'PERSISTED_DOCUMENT_ID_REQUIRED' ? 'documents' : 'refused';
}

/** The schema of the running server, which is the same for everybody: read once for as long as the portal is open. */
export function useSchema() {
  const [schema, setSchema] = useState<GraphQLSchema | null>(null);
  const [problem, setProblem] = useState<SchemaProblem | null>(null);
  const load = useCallback(() => {
    let wanted = true;
    setProblem(null);
    reading ??= readSchema();
    const current = reading;
    current.then(
      (read) => wanted && setSchema(read),
      (error) => {
        if (reading === current) reading = undefined;
        if (wanted) setProblem(problemOf(error));
      },
    );
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(load, [load]);
  return { schema, problem, retry: load };
}
