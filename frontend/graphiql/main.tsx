/** The explorer of the demo: GraphiQL with the portal's session, on a page of its own. */
import 'graphiql/style.css';
import './page.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createClient } from 'graphql-ws';
import { createRoot } from 'react-dom/client';
import { CSRF_HEADERS, GRAPHQL_URL, session } from '@/lib/browser-session';
import { shareStyleNonce } from '@/lib/nonce';

const QUERY = `# Ctrl-Enter runs what stands here. Sign in to the portal first: this page has the same session.
{
  viewer {
    roles
  }
}
`;

/** The token as it is good now; nobody's where nobody is signed in. */
async function authorization(): Promise<Record<string, string>> {
  if (session.expiresSoon) await session.refresh();
  return session.token ? { authorization: `Bearer ${session.token}` } : {};
}

const fetcher = createGraphiQLFetcher({
  url: GRAPHQL_URL,
  fetch: async (input, init) =>
    fetch(input, { ...init, headers: { ...init?.headers, ...CSRF_HEADERS, ...(await authorization()) } }),
  wsClient: createClient({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${GRAPHQL_URL}`,
    lazy: true,
    connectionParams: authorization,
  }),
});

shareStyleNonce();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await session.start();
createRoot(root).render(
  <GraphiQL fetcher={fetcher} defaultQuery={QUERY}>
    <GraphiQL.Logo>
      <a href="/">Touchstone</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
