import type { CombinedError } from '@urql/core';
import type { ErrorCode } from '@/gql/graphql';

export function hasErrorCode(error: CombinedError | undefined, code: ErrorCode): boolean {
  return error?.graphQLErrors.some((each) => each.extensions.code === code) ?? false;
}

/** The stable code of a failed request, or null when the server could not be reached at all. */
export function errorCode(error: CombinedError): ErrorCode | null {
  const code = error.graphQLErrors[0]?.extensions.code;
  return typeof code === 'string' ? (code as ErrorCode) : null;
}

/** Seconds after which the server welcomes another attempt, where it says so. */
export function retryAfter(error: CombinedError): number | null {
  const seconds = error.graphQLErrors[0]?.extensions.retryAfter;
  return typeof seconds === 'number' ? seconds : null;
}
