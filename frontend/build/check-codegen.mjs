/** Fails when `src/gql/` is not what the contract and the documents generate now. */
import { existsSync, readFileSync } from 'node:fs';
import { generate, loadContext } from '@graphql-codegen/cli';

const context = await loadContext('codegen.ts');
const files = await generate(context, false);
const stale = files.filter(
  ({ filename, content }) => !existsSync(filename) || readFileSync(filename, 'utf8') !== content,
);
if (stale.length > 0) {
  process.stderr.write(`Not current: ${stale.map(({ filename }) => filename).join(', ')}. Run: npm run codegen\n`);
  process.exit(1);
}
process.stdout.write(`${files.length} generated files are current\n`);
