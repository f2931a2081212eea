import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { JobRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { type Column, DataTable } from '@/ui/data-table';
import { StateBadge, type Tone } from '@/ui/state-badge';
import { Time } from '@/ui/time';

graphql(`
  fragment JobRow on Job {
    name
    schedule
    lastStartedAt
    lastFinishedAt
    lastResult
    lastError
    nextAt
    stuck
    runs
    failures
  }
`);

const KNOWN = [
  'deadlines',
  'digest planner',
  'mail',
  'mail reports',
  'imports',
  'ingest runs',
  'screening',
  'exports',
  'ended sessions',
  'ending rights',
  'ending attestations',
  'personal data',
  'action follow-up',
  'suspects',
  'fund holds',
  'fund books',
  'appraisal deadlines',
  'sample retention',
  'purchases',
  'blind matches',
  'webhooks',
  'referrals',
  'referral reminders',
  'due reminders',
  'evidence hand-overs',
  'evidence timestamps',
  'picture fingerprints',
  'evidence tidying',
  'old exports',
  'tidying',
] as const;

function stateOf({ stuck, lastResult }: JobRowFragment): {
  tone: Tone;
  state: 'stuck' | 'never' | 'DONE' | 'FAILED' | 'PANICKED';
} {
  if (stuck) return { tone: 'bad', state: 'stuck' };
  if (!lastResult) return { tone: 'neutral', state: 'never' };
  return { tone: lastResult === 'DONE' ? 'good' : 'bad', state: lastResult };
}

export function JobTable({ jobs }: { jobs: readonly JobRowFragment[] | undefined }) {
  const { t } = useTranslation('operations');
  const columns = useColumns();
  return (
    <DataTable
      label={t('parts.jobs')}
      columns={columns}
      rows={jobs}
      likely={KNOWN.length}
      rowKey={({ name }) => name}
      empty={null}
    />
  );
}

function useColumns(): Column<JobRowFragment>[] {
  const { t } = useTranslation('operations');
  const { labelled, number } = useFormats();
  const { duration } = useMeasures();
  const tookOf = ({ lastStartedAt, lastFinishedAt }: JobRowFragment) => {
    const took = lastStartedAt && lastFinishedAt ? Date.parse(lastFinishedAt) - Date.parse(lastStartedAt) : -1;
    // While a turn runs, its start is later than the last end.
    return took < 0 ? '–' : duration(took);
  };
  return [
    {
      key: 'name',
      header: t('jobs.name'),
      primary: true,
      render: ({ name }) => {
        const known = KNOWN.find((each) => each === name);
        return known ? t(`jobs.names.${known}`) : name;
      },
    },
    {
      key: 'state',
      header: t('jobs.state'),
      width: 190,
      render: (job) => {
        const { tone, state } = stateOf(job);
        const label = t(`jobs.states.${state}`);
        return (
          <StateBadge tone={tone} label={job.lastError && tone === 'bad' ? labelled(label, job.lastError) : label} />
        );
      },
    },
    {
      key: 'last',
      header: t('jobs.last'),
      width: 120,
      render: ({ lastFinishedAt }) => <Time at={lastFinishedAt} />,
    },
    { key: 'took', header: t('jobs.took'), width: 96, from: 'md', render: tookOf },
    {
      key: 'next',
      header: t('jobs.next'),
      width: 110,
      from: 'md',
      render: ({ nextAt }) => <Time at={nextAt} />,
    },
    {
      key: 'schedule',
      header: t('jobs.schedule'),
      width: 130,
      from: 'lg',
      render: ({ schedule }) => <code>{schedule}</code>,
    },
    { key: 'runs', header: t('jobs.runs'), width: 88, align: 'end', from: 'md', render: ({ runs }) => number(runs) },
    {
      key: 'failures',
      header: t('jobs.failures'),
      width: 96,
      align: 'end',
      from: 'md',
      render: ({ failures }) => number(failures),
    },
  ];
}
