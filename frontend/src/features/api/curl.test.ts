import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { curlOf } from './curl';

const request = { query: 'query A { a(text: "it\'s $HOME") }', operationName: 'A', variables: { b: "'; rm -rf" } };

/** What a shell makes of a line, without the program it names. */
function argumentsOf(line: string): string[] {
  const shell = line.replace(/^curl/, `printf '%s\\0'`);
  return execFileSync('sh', ['-c', shell], { env: { TOKEN: 'a-token' }, encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

it('is the same request, whatever stands in it, with the token of the shell alone', () => {
  const line = curlOf('https://portal.example', request, false);
  expect(line).toContain('Bearer $TOKEN');
  const given = argumentsOf(line);
  expect(given).toContain('https://portal.example/graphql');
  expect(given).toContain('authorization: Bearer a-token');
  expect(given).toContain('accept: application/graphql-response+json');
  expect(JSON.parse(given.at(-1) ?? '')).toEqual(request);
});

it('follows a subscription as events', () => {
  const given = argumentsOf(curlOf('https://portal.example', request, true));
  expect(given).toContain('-sSN');
  expect(given).toContain('accept: text/event-stream');
});
