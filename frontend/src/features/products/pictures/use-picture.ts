import { useEffect, useRef, useState } from 'react';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';

const OpenProductPicture = graphql(`
  mutation OpenProductPicture($input: OpenProductPictureInput!) {
    openProductPicture(input: $input) {
      url
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface Link {
  url: string | null;
  /** Why there is none. */
  failure: string | null;
  /** Asks for it once more. */
  again: () => void;
}

/**
 * A link to a picture, once it is wanted. The server writes down each opening, so nothing is opened that does not come
 * into sight; a link is good for minutes and in this session only, so none is kept.
 */
export function usePicture(id: string, wanted: boolean, purpose?: string): Link {
  const { run } = useCommand(OpenProductPicture);
  const latest = useRef(run);
  latest.current = run;
  const [attempt, setAttempt] = useState(0);
  const [link, setLink] = useState<{ url: string | null; failure: string | null }>({ url: null, failure: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another opening
  useEffect(() => {
    if (!wanted) return;
    let left = false;
    setLink({ url: null, failure: null });
    void latest.current({ input: { id, purpose } }).then((outcome) => {
      if (left) return;
      if (outcome.ok) setLink({ url: outcome.payload.url ?? null, failure: null });
      else setLink({ url: null, failure: failureText(outcome.failure) });
    });
    return () => {
      left = true;
    };
  }, [id, wanted, purpose, attempt]);
  return { ...link, again: () => setAttempt((count) => count + 1) };
}
