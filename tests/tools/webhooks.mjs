// Says whether the reference library of Standard Webhooks takes what came: `node webhooks.mjs SECRET…`.
//
// It reads one line of JSON for each request, `{"id", "timestamp", "signature", "text"}`, and writes one for each: a list
// with true or false for each secret. It ends when its standard input does.
import { createInterface } from 'node:readline';
import { Webhook } from 'standardwebhooks';

const secrets = process.argv.slice(2);
if (secrets.length === 0) {
  console.error('usage: node webhooks.mjs SECRET…');
  process.exit(2);
}

for await (const line of createInterface({ input: process.stdin })) {
  const { id, timestamp, signature, text } = JSON.parse(line);
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  const takes = (secret) => {
    try {
      new Webhook(secret).verify(text, headers);
      return true;
    } catch {
      return false;
    }
  };
  process.stdout.write(`${JSON.stringify(secrets.map(takes))}\n`);
}
