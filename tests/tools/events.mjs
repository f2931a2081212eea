// Asks a running server by the client of graphql-sse, in its "distinct connections mode":
// `node events.mjs URL TOKEN BODY`, where BODY is the request as JSON.
//
// Writes one line of JSON for each thing that happens: `{"connected": true}` once the stream is open, `{"next": RESPONSE}`
// for each response, and at the end `{"complete": true}` or `{"error": WORDS, "status": STATUS}`. It never tries again by
// itself. It ends with the stream, or when its standard input does.
import { createClient } from 'graphql-sse';

const [url, token, body] = process.argv.slice(2);
if (!body) {
  console.error('usage: node events.mjs URL TOKEN BODY');
  process.exit(2);
}

const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);
const client = createClient({
  url,
  headers: token === '' ? {} : { authorization: `Bearer ${token}` },
  retryAttempts: 0,
  on: { connected: () => write({ connected: true }) },
});
process.stdin.resume().on('end', () => process.exit(0));
client.subscribe(JSON.parse(body), {
  next: (response) => write({ next: response }),
  complete: () => {
    write({ complete: true });
    process.exit(0);
  },
  error: (error) => {
    write({ error: error.message, status: error.response?.status });
    process.exit(0);
  },
});
