/**
 * Passkeys in the forms of WebAuthn Level 3 that the server speaks as JSON. A host that is a bare address has none, and
 * neither has a browser that does not know those forms.
 */
export function passkeysWork(): boolean {
  return (
    'PublicKeyCredential' in window &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    /[a-z]/i.test(location.hostname)
  );
}

/** What an authenticator makes of the server's options; null where the person or the browser declined. */
export async function makePasskey(options: unknown): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
  return asJson(navigator.credentials.create({ publicKey }));
}

/** What an authenticator signs; null where the person or the browser declined. */
export async function signWithPasskey(options: unknown): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
  return asJson(navigator.credentials.get({ publicKey }));
}

async function asJson(asked: Promise<Credential | null>): Promise<unknown> {
  try {
    return ((await asked) as PublicKeyCredential | null)?.toJSON() ?? null;
  } catch {
    return null;
  }
}
