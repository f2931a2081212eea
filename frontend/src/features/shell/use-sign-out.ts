import { useMutation } from 'urql';
import { graphql } from '@/gql';
import { session } from '@/lib/browser-session';

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
    session.end();
  };
}
