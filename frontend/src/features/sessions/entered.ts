import { graphql } from '@/gql';
import type { EnteredFragment } from '@/gql/graphql';
import { session } from '@/lib/browser-session';

/** What every way in answers after the first proof. */
graphql(`
  fragment Entered on SignInPayload {
    accessToken
    expiresIn
    secondFactor {
      token
      methods
      passkeyOptions
    }
    userErrors {
      code
      field
      message
    }
  }
`);

/** A sign-in that waits for its second factor. */
export type Challenge = NonNullable<EnteredFragment['secondFactor']>;

/** Begins the session, or has the second factor asked for; says whether somebody is in. */
export function enter(
  { accessToken, expiresIn, secondFactor }: EnteredFragment,
  onChallenge?: (challenge: Challenge) => void,
): boolean {
  if (secondFactor) onChallenge?.(secondFactor);
  if (!accessToken || !expiresIn) return false;
  session.adopt({ accessToken, expiresIn });
  return true;
}
