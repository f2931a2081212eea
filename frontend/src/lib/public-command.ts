import type { AnyVariables, CombinedError } from '@urql/core';
import { useCallback } from 'react';
import { CSRF_HEADERS, GRAPHQL_URL } from './browser-session';
import { type CommandDocument, type Execute, useRunner } from './command';
import { requestFor, send } from './documents';

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; retryAfter?: number } }[];
}

/** A mutation that needs no session. It goes without the client, so that the sign-in page stays light. */
export function usePublicCommand<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  document: CommandDocument<Data, Variables>,
) {
  const execute: Execute<Data, Variables> = useCallback(
    async (variables) => {
      try {
        const response = await send(GRAPHQL_URL, requestFor(document, variables), {
          method: 'POST',
          credentials: 'same-origin',
          headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...CSRF_HEADERS },
        });
        const { data, errors } = (await response.json()) as Answer<Data>;
        return { data, error: errors ? ({ graphQLErrors: errors } as CombinedError) : undefined };
      } catch {
        return {};
      }
    },
    [document],
  );
  return useRunner<Data, Variables>(execute);
}
