import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CombinedError, useClient } from 'urql';
import { graphql } from '@/gql';
import type { AuthorizationAnswer } from '@/gql/graphql';
import { errorCode, retryAfter } from '@/lib/errors';
import { waitText } from '@/lib/format';
import { askedOf, type CheckValues, checkInput } from './check-form';

const CheckAuthorization = graphql(`
  query CheckAuthorization($input: CheckAuthorizationInput!) {
    checkAuthorization(input: $input) {
      answer
      validTo
    }
  }
`);

/** So many answers stay on the page. */
const MOST = 50;

/** An answer, and what it answers. */
export interface Answered {
  key: string;
  brand: string;
  asked: string;
  answer: AuthorizationAnswer;
  validTo: string | null;
  at: string;
}

/**
 * Each question is counted and written down, so none is asked before somebody presses the button. The answers live on the
 * page and nowhere else.
 */
export function useCheck() {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const [answers, setAnswers] = useState<Answered[]>([]);
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const textOf = (error: CombinedError | undefined) => {
    const wait = error && retryAfter(error);
    if (wait) return t('errors.rateLimitedUntil', { when: waitText(wait, i18n.language) });
    return t(`errors.${(error && errorCode(error)) ?? 'UNREACHABLE'}`);
  };
  const ask = async (values: CheckValues, brand: string) => {
    setAsking(true);
    setFailure(null);
    const { data, error } = await client
      .query(CheckAuthorization, { input: checkInput(values) }, { requestPolicy: 'network-only' })
      .toPromise();
    setAsking(false);
    const told = data?.checkAuthorization;
    if (!told) return setFailure(textOf(error));
    const answered = {
      key: crypto.randomUUID(),
      brand,
      asked: askedOf(values),
      answer: told.answer,
      validTo: told.validTo ?? null,
      at: new Date().toISOString(),
    };
    setAnswers((before) => [answered, ...before].slice(0, MOST));
  };
  return { answers, asking, failure, ask };
}
