import { useMutation } from 'urql';
import { graphql } from '@/gql';
import { session } from '@/lib/browser-session';
import { discardDrafts } from '@/lib/draft';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Ends the session here even when the server cannot be told. */
export function useSignOut() {
  const [, signOut] = useMutation(SignOut);
  return async () => {
    await signOut({});
    discardDrafts();
    session.end();
  };
}
