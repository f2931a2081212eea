import { expect, test } from 'vitest';
import type { OperationsFragment } from '@/gql/graphql';
import { troubles } from './health';

const replica = {
  host: 'a',
  version: '1',
  serves: true,
  works: true,
  startedAt: '2026-02-01T00:00:00Z',
  seenAt: '2026-02-01T00:00:10Z',
  alive: true,
  openStreams: 0,
};

const well: OperationsFragment = {
  version: '1',
  startedAt: '2026-02-01T00:00:00Z',
  databaseBackend: 'SQLITE',
  database: { reachable: true, migrationsApplied: 9, sizeBytes: 1 },
  jobs: [
    {
      name: 'mail',
      schedule: '*/5 * * * * *',
      lastStartedAt: null,
      lastFinishedAt: null,
      lastResult: null,
      lastError: null,
      nextAt: null,
      stuck: false,
      runs: 0,
      failures: 0,
    },
  ],
  mail: {
    queued: 3,
    claimed: 0,
    sentToday: 2,
    failed: 0,
    unknown: 0,
    oldestQueuedAt: null,
    suspended: 0,
    bounces: 0,
    complaints: 0,
    configured: true,
  },
  audit: { entries: 4, sealed: 3, unsealed: 1, oldestUnsealedSeconds: 2, lastCheckpointAt: null },
  outbox: { waiting: 1, oldestSeconds: 1 },
  openStreams: 0,
  replicas: [replica],
};

test('a service that is well has no troubles, also before its jobs have run', () => {
  expect(troubles(well)).toEqual([]);
});

test('each part tells of its own trouble', () => {
  const [job] = well.jobs;
  expect(troubles({ ...well, database: { ...well.database, reachable: false } })).toEqual(['database']);
  expect(troubles({ ...well, jobs: job ? [{ ...job, lastResult: 'FAILED' }] : [] })).toEqual(['jobs']);
  expect(troubles({ ...well, jobs: job ? [{ ...job, stuck: true }] : [] })).toEqual(['jobs']);
  expect(troubles({ ...well, mail: { ...well.mail, unknown: 1 } })).toEqual(['mail']);
  expect(troubles({ ...well, audit: { ...well.audit, oldestUnsealedSeconds: 300 } })).toEqual(['audit']);
  expect(troubles({ ...well, outbox: { ...well.outbox, oldestSeconds: 300 } })).toEqual(['outbox']);
  expect(troubles({ ...well, replicas: [{ ...replica, alive: false }] })).toEqual(['replicas']);
});
