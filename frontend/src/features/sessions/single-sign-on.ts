import { graphql } from '@/gql';
import type { SecondFactorMethod, SignInMethodsQuery } from '@/gql/graphql';
import { GRAPHQL_URL } from '@/lib/browser-session';
import { requestFor, send } from '@/lib/documents';
import type { Challenge } from './entered';

const SignInMethods = graphql(`
  query SignInMethods($email: String!) {
    signInMethods(email: $email) {
      password
      singleSignOn {
        url
      }
    }
  }
`);

/**
 * Where somebody with this address signs in by their organisation's own provider; null where the address's domain has
 * none, undefined where the server cannot say. It goes without the client, so that the sign-in page stays light.
 */
export async function providerFor(email: string): Promise<string | null | undefined> {
  try {
    const response = await send(GRAPHQL_URL, requestFor(SignInMethods, { email }), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    });
    const { data } = (await response.json()) as { data?: SignInMethodsQuery | null };
    return data?.signInMethods ? (data.signInMethods.singleSignOn?.url ?? null) : undefined;
  } catch {
    return undefined;
  }
}

interface Returned {
  /** Whoever has used a password so far proves it once, with this token. */
  link?: string;
  /** The account has a second factor here, which the provider does not stand for. */
  challenge?: Challenge;
}

/** What the server sent somebody back with who has been at the provider; in the fragment, which no log gets to see. */
export function fromProvider(hash: string): Returned {
  const sent = new URLSearchParams(hash.replace(/^#/, ''));
  const factor = sent.get('factor');
  const passkey = sent.get('passkey');
  const methods = (sent.get('methods')?.split(',') ?? []) as SecondFactorMethod[];
  return {
    link: sent.get('link') || undefined,
    challenge: factor ? { token: factor, methods, passkeyOptions: passkey ? parsed(passkey) : null } : undefined,
  };
}

/** A fragment can be cut or typed by hand. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
