import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '@/gql/graphql';
import { errorCode, retryAfter } from './errors';
import { waitText } from './format';

/** An expected refusal as every payload carries it. */
interface Refusal {
  code: ErrorCode;
  field?: readonly string[] | null;
  message: string;
}

export interface Failure {
  /** Null when the server could not be reached. */
  code: ErrorCode | null;
  /** By field name, dots between the steps: `items.0.url`. */
  fields: Record<string, string>;
  /** What concerns no single field. */
  message: string | null;
}

/** All that went wrong in one line, where there is no form to show it in. */
export function failureText({ message, fields }: Failure): string {
  return [message, ...Object.values(fields)].filter(Boolean).join(' ');
}

type Payload = { userErrors: readonly Refusal[] };
export type PayloadOf<Data> = Extract<NonNullable<Data[keyof Data]>, Payload>;

export type Outcome<P> = { ok: true; payload: P } | { ok: false; failure: Failure };

export type Execute<Data, Variables> = (variables: Variables) => Promise<{ data?: Data | null; error?: CombinedError }>;

/** What a command's document is typed as; at run time it is the operation's text. */
export type CommandDocument<Data, Variables extends AnyVariables> = TypedDocumentNode<Data, Variables>;

/** Runs a mutation and answers with its payload or with a failure a form can show; it never throws. */
export function useRunner<Data extends Record<string, unknown>, Variables extends AnyVariables>(
  execute: Execute<Data, Variables>,
) {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  const [running, setRunning] = useState(false);
  const textOf = useCallback(
    (code: ErrorCode | null, wait?: number | null) =>
      code === 'RATE_LIMITED' && wait
        ? t('errors.rateLimitedUntil', { when: waitText(wait, i18n.language) })
        : t(`errors.${code ?? 'UNREACHABLE'}`),
    [t, i18n.language],
  );

  // The server's own sentence helps at a field, but it knows English only.
  const fieldText = useCallback(({ code, message }: Refusal) => (english ? message : textOf(code)), [english, textOf]);
  const run = useCallback(
    async (variables: Variables): Promise<Outcome<PayloadOf<Data>>> => {
      setRunning(true);
      const { data, error } = await execute(variables);
      setRunning(false);
      const payload = data && (Object.values(data).find(isPayload) as PayloadOf<Data> | undefined);
      if (!payload) return { ok: false, failure: requestFailure(error, textOf) };
      if (payload.userErrors.length > 0)
        return { ok: false, failure: refusalFailure(payload.userErrors, textOf, fieldText) };
      return { ok: true, payload };
    },
    [execute, textOf, fieldText],
  );

  return { run, running };
}

function isPayload(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && 'userErrors' in value;
}

type TextOf = (code: ErrorCode | null, wait?: number | null) => string;

function requestFailure(error: CombinedError | undefined, textOf: TextOf): Failure {
  const code = error ? errorCode(error) : null;
  return { code, fields: {}, message: textOf(code, error ? retryAfter(error) : null) };
}

/** What concerns a field stands there; for the rest the stable code is told in the reader's language. */
export function refusalFailure(
  refusals: readonly Refusal[],
  textOf: (code: ErrorCode) => string,
  fieldText: (refusal: Refusal) => string,
): Failure {
  const fields: Record<string, string> = {};
  const general: string[] = [];
  for (const refusal of refusals) {
    if (refusal.field?.length) fields[fieldKey(refusal.field)] = fieldText(refusal);
    else general.push(textOf(refusal.code));
  }
  return { code: refusals[0]?.code ?? null, fields, message: general.length > 0 ? general.join(' ') : null };
}

function fieldKey(field: readonly string[]): string {
  return (field[0] === 'input' ? field.slice(1) : field).join('.');
}
