import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OperationsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useReconnected } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { troubles } from './health';
import { JobTable } from './job-table';
import { MailQueue } from './mail-queue';
import classes from './operations-page.module.css';
import { ReplicaTable } from './replica-table';
import { useSteadyReload } from './steady-reload';
import { AuditTile, DatabaseTile, MailTile, OutboxTile } from './tiles';

const OperationsQuery = graphql(`
  query Operations {
    operations {
      ...Operations
    }
  }
  fragment Operations on Operations {
    version
    startedAt
    databaseBackend
    database {
      reachable
      migrationsApplied
      sizeBytes
    }
    jobs {
      ...JobRow
    }
    mail {
      queued
      claimed
      sentToday
      failed
      unknown
      oldestQueuedAt
      suspended
      bounces
      complaints
      configured
    }
    audit {
      entries
      sealed
      unsealed
      oldestUnsealedSeconds
      lastCheckpointAt
    }
    outbox {
      waiting
      oldestSeconds
    }
    openStreams
    replicas {
      ...ReplicaRow
    }
  }
`);

export function OperationsPage() {
  return may(useViewer(), 'OPERATIONS_READ') ? <Operations /> : <RouteMissing />;
}

/** How the service runs, for the desk that is asked when something does not arrive. */
function Operations() {
  const { t } = useTranslation('operations');
  const [{ data, error }, reload] = useQuery({ query: OperationsQuery });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useReconnected(refresh);
  useSteadyReload(reload);
  const operations = data?.operations;
  return (
    <>
      <PageHeader title={t('title')} meta={operations ? <Health operations={operations} /> : null} />
      {error && !operations ? (
        <QueryFailure error={error} retry={reload} />
      ) : (
        <Parts operations={operations} onMailRetried={refresh} />
      )}
    </>
  );
}

function Health({ operations }: { operations: OperationsFragment }) {
  const { t } = useTranslation('operations');
  const { list } = useFormats();
  const found = troubles(operations);
  return (
    <span role="status">
      <StateBadge
        tone={found.length > 0 ? 'bad' : 'good'}
        label={found.length > 0 ? t('look', { parts: list(found.map((part) => t(`parts.${part}`))) }) : t('well')}
      />
    </span>
  );
}

interface PartsProps {
  operations: OperationsFragment | undefined;
  onMailRetried: () => void;
}

function Parts({ operations, onMailRetried }: PartsProps) {
  const { t } = useTranslation('operations');
  return (
    <Stack gap="xl" py={20}>
      <div className={classes.tiles} aria-busy={operations === undefined}>
        {operations ? (
          <>
            <DatabaseTile operations={operations} />
            <MailTile mail={operations.mail} />
            <AuditTile audit={operations.audit} />
            <OutboxTile operations={operations} />
          </>
        ) : (
          ['database', 'mail', 'audit', 'outbox'].map((part) => <Skeleton key={part} h={221} radius={8} />)
        )}
      </div>
      <div className={classes.table}>
        <Section title={t('parts.jobs')}>
          <JobTable jobs={operations?.jobs} />
        </Section>
      </div>
      <div className={classes.table}>
        <Section title={t('parts.replicas')}>
          <ReplicaTable replicas={operations?.replicas} />
        </Section>
      </div>
      <MailQueue onRetried={onMailRetried} />
    </Stack>
  );
}
