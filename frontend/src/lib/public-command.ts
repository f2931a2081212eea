import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback } from 'react';
import { CSRF_HEADERS, GRAPHQL_URL } from './browser-session';
import { type CommandDocument, type Execute, useRunner } from './command';
import { requestFor, send } from './documents';

interface Answer<Data> {
  data?: Data | null;
  errors?: { message: string; extensions?: { code?: string; retryAfter?: number } }[];
}

/** Asks without the client, so that the pages outside of the session stay light; `guest` is the token of a guest's session. */
export async function askPublicly<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  guest?: string,
): Promise<{ data?: Data | null; error?: CombinedError }> {
  try {
    const response = await send(GRAPHQL_URL, requestFor(document, variables), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...CSRF_HEADERS,
        ...(guest ? { 'x-touchstone-guest': guest } : null),
      },
    });
    const { data, errors } = (await response.json()) as Answer<Data>;
    return { data, error: errors ? ({ graphQLErrors: errors } as CombinedError) : undefined };
  } catch {
    return {};
  }
}

/** A mutation that needs no session of somebody who is signed in. */
export function usePublicCommand<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  document: CommandDocument<Data, Variables>,
  guest?: string,
) {
  const execute: Execute<Data, Variables> = useCallback(
    (variables) => askPublicly(document, variables, guest),
    [document, guest],
  );
  return useRunner<Data, Variables>(execute);
}
