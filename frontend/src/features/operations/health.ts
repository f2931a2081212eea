import type { OperationsFragment } from '@/gql/graphql';

/** What somebody should look at, by the part of the page that shows it. */
export type Part = 'database' | 'jobs' | 'mail' | 'audit' | 'outbox' | 'replicas';

type Job = OperationsFragment['jobs'][number];

/** A relay or sealer that is this far behind does not catch up by itself any more: both run every few seconds. */
const LAG_SECONDS = 60;

function isInTrouble({ stuck, lastResult }: Pick<Job, 'stuck' | 'lastResult'>): boolean {
  return stuck || (lastResult !== null && lastResult !== undefined && lastResult !== 'DONE');
}

export function troubles(operations: OperationsFragment): Part[] {
  const { database, jobs, mail, audit, outbox, replicas } = operations;
  const late = (seconds: number | null | undefined) => (seconds ?? 0) > LAG_SECONDS;
  const found: Record<Part, boolean> = {
    database: !database.reachable,
    jobs: jobs.some(isInTrouble),
    mail: mail.failed > 0 || mail.unknown > 0,
    audit: late(audit.oldestUnsealedSeconds),
    outbox: late(outbox.oldestSeconds),
    replicas: !replicas.some(({ alive, works }) => alive && works),
  };
  return (Object.keys(found) as Part[]).filter((part) => found[part]);
}
