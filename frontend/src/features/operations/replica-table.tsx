import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReplicaRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { StateBadge } from '@/ui/state-badge';
import { Time } from '@/ui/time';

graphql(`
  fragment ReplicaRow on Replica {
    host
    version
    serves
    works
    startedAt
    seenAt
    alive
    openStreams
  }
`);

export function ReplicaTable({ replicas }: { replicas: readonly ReplicaRowFragment[] | undefined }) {
  const { t } = useTranslation('operations');
  const columns = useColumns();
  return (
    <DataTable
      label={t('parts.replicas')}
      columns={columns}
      rows={replicas}
      likely={1}
      rowKey={({ host, startedAt }) => `${host} ${startedAt}`}
      empty={null}
    />
  );
}

function useColumns(): Column<ReplicaRowFragment>[] {
  const { t } = useTranslation('operations');
  const { number, dateTime, list } = useFormats();
  return [
    { key: 'host', header: t('replicas.host'), primary: true, render: ({ host }) => host },
    {
      key: 'state',
      header: t('jobs.state'),
      width: 150,
      render: ({ alive }) => (
        <StateBadge tone={alive ? 'good' : 'neutral'} label={t(alive ? 'replicas.alive' : 'replicas.gone')} />
      ),
    },
    {
      key: 'does',
      header: t('replicas.does'),
      width: 200,
      render: ({ serves, works }) =>
        list([...(serves ? [t('replicas.serves')] : []), ...(works ? [t('replicas.works')] : [])]),
    },
    { key: 'version', header: t('version'), width: 96, from: 'md', render: ({ version }) => version },
    {
      key: 'started',
      header: t('started'),
      width: 190,
      from: 'md',
      render: ({ startedAt }) => <time dateTime={startedAt}>{dateTime(startedAt)}</time>,
    },
    {
      key: 'seen',
      header: t('replicas.seen'),
      width: 120,
      render: ({ seenAt }) => <Time at={seenAt} />,
    },
    {
      key: 'streams',
      header: t('outbox.streams'),
      width: 130,
      align: 'end',
      from: 'lg',
      render: ({ openStreams }) => number(openStreams),
    },
  ];
}
