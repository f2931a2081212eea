import type { ApiRequest } from './ask';

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/**
 * The same request for a shell, without the token, which never leaves this tab: the shell takes it from `$TOKEN`. A
 * subscription is followed as events.
 */
export function curlOf(origin: string, request: ApiRequest, follows: boolean): string {
  const accept = follows ? 'text/event-stream' : 'application/graphql-response+json';
  return [
    `curl ${follows ? '-sSN' : '-sS'} ${quoted(`${origin}/graphql`)}`,
    '-H "authorization: Bearer $TOKEN"',
    `-H 'content-type: application/json'`,
    `-H 'accept: ${accept}'`,
    `--data-raw ${quoted(JSON.stringify(request))}`,
  ].join(' \\\n  ');
}
