import { afterEach, expect, test, vi } from 'vitest';
import { asSent, requestFor, send, trusted } from './documents';

afterEach(() => vi.unstubAllGlobals());

const text = trusted('0a1b', 'query Known($id:ID!){lead(id:$id){id}}');
const request = requestFor(text, { id: 'x' });

/** A server that knows no ids, and what it was sent. */
function serverOfAnotherVersion() {
  const heard: Record<string, unknown>[] = [];
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body));
    heard.push(body);
    const answer = body.documentId
      ? { errors: [{ extensions: { code: 'PERSISTED_DOCUMENT_NOT_FOUND' } }] }
      : { data: { lead: { id: 'x' } } };
    return Promise.resolve(new Response(JSON.stringify(answer), { status: body.documentId ? 400 : 200 }));
  });
  return heard;
}

test('a document of the build goes by its id, another one as text', () => {
  expect(asSent(request)).toEqual({
    operationName: 'Known',
    documentId: 'sha256:0a1b',
    query: undefined,
    variables: { id: 'x' },
  });
  const other = { query: 'query Other{viewer{roles}}', operationName: 'Other' };
  expect(asSent(other)).toBe(other);
});

test('a server of another version gets the text', async () => {
  const heard = serverOfAnotherVersion();
  const answer = await send('/graphql', request, { method: 'POST' });
  expect(await answer.json()).toEqual({ data: { lead: { id: 'x' } } });
  expect(heard.map(({ query, documentId }) => [query, documentId])).toEqual([
    [undefined, 'sha256:0a1b'],
    [text, undefined],
  ]);
});
