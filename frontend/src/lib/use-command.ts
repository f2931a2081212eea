import type { AnyVariables } from '@urql/core';
import { useMutation } from 'urql';
import { type CommandDocument, useRunner } from './command';

/** A mutation of the signed-in person. */
export function useCommand<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  document: CommandDocument<Data, Variables>,
) {
  const [, execute] = useMutation(document);
  return useRunner<Data, Variables>(execute);
}
