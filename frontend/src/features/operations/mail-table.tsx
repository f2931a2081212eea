import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { MailRowFragment, MailStatus } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { may } from '@/lib/permissions';
import { useCommand } from '@/lib/use-command';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { notify } from '@/ui/notify';
import { StateBadge, type Tone } from '@/ui/state-badge';
import { Time } from '@/ui/time';

graphql(`
  fragment MailRow on Mail {
    id
    kind
    state
    attempts
    createdAt
    nextAttemptAt
    settledAt
    error
    recipient
  }
`);

const RetryMail = graphql(`
  mutation RetryMail($input: RetryMailInput!) {
    retryMail(input: $input) {
      mail {
        ...MailRow
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const TONES: Record<MailStatus, Tone> = {
  QUEUED: 'progress',
  CLAIMED: 'progress',
  SENT: 'good',
  EMPTY: 'neutral',
  UNKNOWN: 'attention',
  FAILED: 'bad',
  LAPSED: 'neutral',
};

/** Only what nobody took can be tried again: one that may have arrived is never sent twice. */
const isRefused = ({ state }: MailRowFragment) => state === 'FAILED';

interface MailTableProps {
  mails: readonly MailRowFragment[] | undefined;
  onRetried: () => void;
  empty: ReactNode;
}

export function MailTable({ mails, onRetried, empty }: MailTableProps) {
  const { t } = useTranslation('operations');
  const retries = may(useViewer(), 'MAIL_RETRY') && mails?.some(isRefused);
  const columns = useColumns(onRetried).filter(({ key }) => retries || key !== 'retry');
  return <DataTable label={t('parts.mails')} columns={columns} rows={mails} rowKey={({ id }) => id} empty={empty} />;
}

function useColumns(onRetried: () => void): Column<MailRowFragment>[] {
  const { t } = useTranslation('operations');
  const { labelled, number } = useFormats();
  return [
    { key: 'kind', header: t('mails.kind'), primary: true, render: ({ kind }) => t(`mails.kinds.${kind}`) },
    { key: 'recipient', header: t('mails.recipient'), width: 200, render: ({ recipient }) => recipient },
    {
      key: 'state',
      header: t('mails.state'),
      width: 240,
      render: ({ state, error }) => {
        const label = t(`mails.states.${state}`);
        return <StateBadge tone={TONES[state]} label={error ? labelled(label, error) : label} />;
      },
    },
    {
      key: 'attempts',
      header: t('mails.attempts'),
      width: 88,
      from: 'lg',
      render: ({ attempts }) => number(attempts),
    },
    {
      key: 'queued',
      header: t('mails.queued'),
      width: 120,
      from: 'md',
      render: ({ createdAt }) => <Time at={createdAt} />,
    },
    {
      key: 'next',
      header: t('mails.settled'),
      width: 136,
      from: 'md',
      render: ({ nextAttemptAt, settledAt }) => <Time at={settledAt ?? nextAttemptAt} />,
    },
    {
      key: 'retry',
      header: t('mails.actions'),
      width: 104,
      align: 'end',
      render: (mail) => (isRefused(mail) ? <Retry mail={mail} onRetried={onRetried} /> : null),
    },
  ];
}

function Retry({ mail, onRetried }: { mail: MailRowFragment; onRetried: () => void }) {
  const { t } = useTranslation(['operations', 'common']);
  const { labelled } = useFormats();
  const { run, running } = useCommand(RetryMail);
  const again = async () => {
    const outcome = await run({ input: { id: mail.id } });
    void notify(outcome.ok ? t('mails.retried', { name: mail.recipient }) : (outcome.failure.message ?? ''));
    onRetried();
  };
  return (
    <Button
      variant="default"
      loading={running}
      aria-label={labelled(t('common:retry'), `${t(`mails.kinds.${mail.kind}`)}, ${mail.recipient}`)}
      onClick={() => void again()}
    >
      {t('common:retry')}
    </Button>
  );
}
