/** Ids under which the server knows the documents of this build, by the name of their operation. */
const ids = new Map<string, string>();

/** A request as urql and the session make it. */
export interface GraphRequest {
  query?: string;
  operationName?: string;
  variables?: unknown;
}

/** What the build makes of a document (build/graphql-documents.ts): its text, whose id is remembered. */
export function trusted(id: string, text: string) {
  ids.set(nameOf(text) ?? '', id);
  return text;
}

function nameOf(text: string) {
  return /^\s*\w+ (\w+)/.exec(text)?.[1];
}

/** What a document's operation is called. */
export function operationOf(document: unknown) {
  return nameOf(document as string) ?? '';
}

/** A request as it is sent: with the id of its document instead of the text, where the server has it. */
export function asSent(request: GraphRequest): GraphRequest & { documentId?: string } {
  const id = ids.get(request.operationName ?? '');
  if (!id) return request;
  const { query: _, ...rest } = request;
  return { ...rest, documentId: `sha256:${id}` };
}

/** The request for a document that goes without the client. */
export function requestFor(document: unknown, variables?: unknown): GraphRequest {
  const query = document as string;
  return { query, operationName: nameOf(query), variables };
}

/** Sends a request. A server of another version may not know this build's ids; then the text goes after all. */
export async function send(url: RequestInfo | URL, request: GraphRequest, init?: RequestInit): Promise<Response> {
  const post = (body: GraphRequest) => fetch(url, { ...init, body: JSON.stringify(body) });
  const sent = asSent(request);
  const response = await post(sent);
  if (sent === request || response.status !== 400) return response;
  return (await response.clone().text()).includes('PERSISTED_DOCUMENT_NOT_FOUND') ? post(request) : response;
}
