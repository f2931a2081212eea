// A real OpenID Connect provider for one test, on a free loopback port:
// `node provider.mjs --redirect URL`.
//
// It writes one JSON line to standard output, `{"issuer", "clientId", "clientSecret", "now"}`, and ends when its standard
// input does, so it cannot outlive the test that started it.
//
// Whoever is sent to it is asked to sign in at `/interaction/ID`; the form's one field, `person`, is JSON:
// `{"sub", "email", "email_verified", "amr", "acr", "tamper"}`. `tamper` holds claims that replace those of the ID token,
// which is signed again with the provider's own key, or with another algorithm where it says `alg`: what a provider that
// is broken, or not the right one, could send. Claims about the address are in the ID token, or with
// `"only_at_userinfo": true` where the specification has them.
import { parseArgs } from 'node:util';
import { createServer } from 'node:http';
import { SignJWT, decodeJwt, exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

// The provider's notices are for whoever runs one; standard output is this script's alone.
console.info = console.error;

const { values: options } = parseArgs({ options: { redirect: { type: 'string' } } });
if (!options.redirect) {
  console.error('usage: node provider.mjs --redirect URL');
  process.exit(2);
}

const client = { id: 'touchstone', secret: 'a secret for tests that is long enough' };
const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const key = { ...(await exportJWK(privateKey)), kid: 'one', alg: 'ES256', use: 'sig' };
const people = new Map();

const body = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
};

/** The ID token with other claims, signed as `tamper` says. */
async function tampered(token, tamper) {
  const { alg = 'ES256', ...claims } = tamper;
  const payload = { ...decodeJwt(token), ...claims };
  const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');
  if (alg === 'none') return `${encode({ alg })}.${encode(payload)}.`;
  const signing = alg === 'HS256' ? new TextEncoder().encode(client.secret) : privateKey;
  return new SignJWT(payload).setProtectedHeader({ alg, kid: 'one' }).sign(signing);
}

const server = createServer();
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: client.id,
      client_secret: client.secret,
      redirect_uris: [options.redirect],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    },
  ],
  jwks: { keys: [key] },
  cookies: { keys: ['cookies of a test'] },
  claims: { openid: ['sub', 'acr', 'amr'], email: ['email', 'email_verified'] },
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  async findAccount(_ctx, sub) {
    const person = people.get(sub);
    if (!person) return undefined;
    const { amr, acr, tamper, only_at_userinfo, ...claims } = person;
    return {
      accountId: sub,
      claims: (use) => (use === 'id_token' && only_at_userinfo ? { sub } : claims),
    };
  },
  async renderError(ctx, out) {
    ctx.type = 'text/plain';
    ctx.body = JSON.stringify(out);
  },
});

provider.use(async (ctx, next) => {
  const uid = ctx.path.match(/^\/interaction\/([^/]+)$/)?.[1];
  if (uid && ctx.method === 'GET') {
    const details = await provider.interactionDetails(ctx.req, ctx.res);
    ctx.type = 'html';
    ctx.body = `<form method="post"><input name="person" aria-label="Who is there (${details.prompt.name})"><button>Sign in</button></form>`;
    return;
  }
  if (uid && ctx.method === 'POST') {
    const { params } = await provider.interactionDetails(ctx.req, ctx.res);
    const person = JSON.parse(new URLSearchParams(await body(ctx.req)).get('person'));
    if (person.refuses) {
      ctx.respond = false;
      await provider.interactionFinished(ctx.req, ctx.res, { error: 'access_denied' });
      return;
    }
    people.set(person.sub, person);
    const grant = new provider.Grant({ accountId: person.sub, clientId: params.client_id });
    grant.addOIDCScope('openid email');
    ctx.respond = false;
    await provider.interactionFinished(ctx.req, ctx.res, {
      login: { accountId: person.sub, amr: person.amr, acr: person.acr, remember: false },
      consent: { grantId: await grant.save() },
    });
    return;
  }
  await next();
  const token = ctx.path === '/token' && ctx.body?.id_token;
  if (!token) return;
  const { amr, acr, sub, tamper } = people.get(decodeJwt(token).sub);
  const extra = { ...(amr && { amr }), ...(acr && { acr }), ...tamper };
  if (sub && Object.keys(extra).length > 0) ctx.body = { ...ctx.body, id_token: await tampered(token, extra) };
});

server.on('request', provider.callback());
process.stdout.write(
  `${JSON.stringify({ issuer, clientId: client.id, clientSecret: client.secret, now: new Date().toISOString() })}\n`,
);
process.stdin.resume().on('end', () => process.exit(0));
