// Asks a running server every question of the GraphQL-over-HTTP audit: `node audit.mjs http://127.0.0.1:8080/graphql`.
//
// A broken MUST is an error and a broken SHOULD a warning; either one fails. A MAY is printed and forgiven. Ends with
// one line of JSON, the counts by status.
import { auditServer } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('usage: node audit.mjs URL');
  process.exit(2);
}

const counts = { ok: 0, notice: 0, warn: 0, error: 0 };
for (const result of await auditServer({ url })) {
  counts[result.status] += 1;
  if (result.status !== 'ok') {
    console.log(`${result.status}: ${result.name} [${result.id}]: ${result.reason}`);
  }
}
console.log(JSON.stringify(counts));
// A list that shrank to nothing would pass by being empty.
process.exit(counts.error + counts.warn > 0 || counts.ok === 0 ? 1 : 0);
