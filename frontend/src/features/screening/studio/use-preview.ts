import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { PreviewRulePackInput } from '@/gql/graphql';
import { errorCode } from '@/lib/errors';
import { faultOf } from './fault';

const PreviewRules = graphql(`
  query PreviewRules($input: PreviewRulePackInput!) {
    previewRulePack(input: $input) {
      ...RulesPreviewed
    }
  }
  fragment RulesPreviewed on RulePackPreview {
    lookedAt
    complete
    suspectsBefore
    suspectsAfter
    appearing
    vanishing
    examples {
      screenedListingId
      title
      scoreBefore
      scoreAfter
      appears
      brand {
        id
        name
        nameZh
      }
    }
  }
`);

const NOTHING: PreviewRulePackInput = { kind: 'GENERAL' };

/** Tries rules or a threshold on what was screened lately, when it is asked to. Nothing of it is kept. */
export function usePreview() {
  const [asked, setAsked] = useState<PreviewRulePackInput | null>(null);
  const [{ data, error, fetching }, read] = useQuery({
    query: PreviewRules,
    variables: { input: asked ?? NOTHING },
    pause: asked === null,
    requestPolicy: 'network-only',
  });
  const again = () => read({ requestPolicy: 'network-only' });
  const isRefused = error !== undefined && errorCode(error) === 'BAD_USER_INPUT';
  const message = error?.graphQLErrors[0]?.message ?? '';
  return {
    asked,
    /** Tries it, also once more. */
    ask: (input: PreviewRulePackInput) => (JSON.stringify(input) === JSON.stringify(asked) ? again() : setAsked(input)),
    again,
    isTrying: fetching,
    found: fetching || error ? null : (data?.previewRulePack ?? null),
    /** What is wrong with the rules. */
    fault: isRefused && !fetching ? faultOf(message, asked?.rules ?? '') : null,
    error: isRefused || fetching ? undefined : error,
  };
}
