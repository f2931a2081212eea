import { Alert, Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EvidenceWaitingFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';

const DECISIONS = {
  APPROVE_DESTRUCTION: lazy(() => import('./dialogs/approve-destruction-dialog')),
  REFUSE_DESTRUCTION: lazy(() => import('./dialogs/refuse-destruction-dialog')),
};
type Decision = keyof typeof DECISIONS;

graphql(`
  fragment EvidenceWaiting on EvidenceItem {
    id
    version
    state
    allowedActions
    transfer {
      id
      fromName
      toName
      seal
      note
      sentAt
      overdue
    }
    destruction {
      reason
      askedByName
      askedAt
    }
  }
`);

interface EvidenceWaitingProps {
  evidence: EvidenceWaitingFragment;
  onStale: () => void;
}

/** What waits for somebody, and what is wrong. */
export function EvidenceWaiting({ evidence, onStale }: EvidenceWaitingProps) {
  const { t } = useTranslation('evidence');
  const { moment } = useFormats();
  const { state, transfer, destruction } = evidence;
  return (
    <>
      {state === 'QUARANTINED' ? (
        <Alert color="red" title={t('quarantined.title')}>
          {t('quarantined.text')}
        </Alert>
      ) : null}
      {transfer ? (
        <Alert
          color={transfer.overdue ? 'red' : 'yellow'}
          title={t(transfer.overdue ? 'transfer.overdue' : 'transfer.waiting')}
        >
          {t('transfer.text', { from: transfer.fromName, to: transfer.toName, at: moment(transfer.sentAt) })}
          {transfer.seal ? ` ${t('transfer.seal', { seal: transfer.seal })}` : null}
          {transfer.note ? ` ${transfer.note}` : null}
        </Alert>
      ) : null}
      {destruction ? (
        <Alert color="red" title={t('destruction.title')}>
          {t('destruction.text', {
            by: destruction.askedByName,
            at: moment(destruction.askedAt),
            reason: destruction.reason,
          })}
          {evidence.allowedActions.includes('DECIDE_DESTRUCTION') ? (
            <Decide evidence={evidence} onStale={onStale} />
          ) : null}
        </Alert>
      ) : null}
    </>
  );
}

/** The second person does it, or says why not. */
function Decide({ evidence, onStale }: EvidenceWaitingProps) {
  const { t } = useTranslation('evidence');
  const [decision, setDecision] = useState<Decision | null>(null);
  const Dialog = decision ? DECISIONS[decision] : null;
  return (
    <>
      <Group gap="xs" mt={8}>
        <Button color="red" size="xs" onClick={() => setDecision('APPROVE_DESTRUCTION')}>
          {t('actions.APPROVE_DESTRUCTION')}
        </Button>
        <Button variant="default" size="xs" onClick={() => setDecision('REFUSE_DESTRUCTION')}>
          {t('actions.REFUSE_DESTRUCTION')}
        </Button>
      </Group>
      {Dialog ? (
        <Suspense>
          <Dialog evidence={evidence} onClose={() => setDecision(null)} onStale={onStale} />
        </Suspense>
      ) : null}
    </>
  );
}
