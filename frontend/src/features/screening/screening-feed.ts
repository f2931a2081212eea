import { useEffect, useState } from 'react';
import { useSubscription } from 'urql';
import { graphql } from '@/gql';

const ScreeningFeed = graphql(`
  subscription ScreeningFeed {
    screeningActivity {
      screenedListingId
      at
    }
  }
`);

const AGAIN_MS = 3_000;

/** A signal that changes when a listing comes into the queue, is judged or becomes a lead; a broken stream counts too. */
export function useScreeningActivity(): string | undefined {
  const [{ data, error }, subscribe] = useSubscription({ query: ScreeningFeed });
  const [breaks, setBreaks] = useState(0);
  useEffect(() => {
    if (!error) return;
    const timer = setTimeout(() => {
      setBreaks((count) => count + 1);
      subscribe();
    }, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [error, subscribe]);
  const latest = data?.screeningActivity;
  if (!latest && breaks === 0) return undefined;
  return `${latest?.screenedListingId ?? ''}#${latest?.at ?? ''}#${breaks}`;
}
