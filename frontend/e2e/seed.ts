import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SEED, startedServer } from './server';

/** Makes the demo alliance once; every server of the suite begins with a copy of it. */
export default async function seed() {
  const data = mkdtempSync(join(tmpdir(), 'touchstone-seed-'));
  process.env[SEED] = data;
  await (await startedServer(data)).stop();
  return () => rmSync(data, { recursive: true, force: true });
}
