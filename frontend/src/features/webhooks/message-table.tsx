import { Anchor, Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { WebhookMessageRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { type Column, DataTable } from '@/ui/data-table';
import { Time } from '@/ui/time';
import { MessageStateBadge } from './webhook-words';

graphql(`
  fragment WebhookMessageRow on WebhookMessage {
    id
    kind
    state
    occurredAt
    nextAttemptAt
    lead {
      id
      reference
    }
    attempts {
      number
      at
      status
      error
      milliseconds
    }
  }
`);

interface MessageTableProps {
  messages: readonly WebhookMessageRowFragment[] | undefined;
  /** Null where nothing can be sent again. */
  chosen: ReadonlySet<string> | null;
  onChoose: (chosen: ReadonlySet<string>) => void;
  onShow: (message: WebhookMessageRowFragment) => void;
  empty: ReactNode;
}

export function MessageTable({ messages, chosen, onChoose, onShow, empty }: MessageTableProps) {
  const { t } = useTranslation(['webhooks', 'enums']);
  const { labelled, moment } = useFormats();
  const columns = useColumns(onShow);
  const selection = chosen
    ? {
        selected: chosen,
        toggle: (key: string) => onChoose(toggled(chosen, key)),
        toggleAll: (keys: readonly string[]) =>
          onChoose(keys.every((key) => chosen.has(key)) ? new Set() : new Set(keys)),
        label: ({ kind, occurredAt }: WebhookMessageRowFragment) =>
          labelled(t(`enums:webhookKind.${kind}`), moment(occurredAt)),
        allLabel: t('webhooks:messages.all'),
      }
    : undefined;
  return (
    <DataTable
      label={t('webhooks:messages.title')}
      columns={columns}
      rows={messages}
      rowKey={({ id }) => id}
      selection={selection}
      empty={empty}
    />
  );
}

function toggled(chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return new Set(chosen.has(key) ? [...chosen].filter((each) => each !== key) : [...chosen, key]);
}

function useColumns(show: (message: WebhookMessageRowFragment) => void): Column<WebhookMessageRowFragment>[] {
  const { t } = useTranslation(['webhooks', 'enums']);
  const { labelled, moment, dateTime } = useFormats();
  return [
    {
      key: 'kind',
      header: t('webhooks:fields.kind'),
      primary: true,
      render: ({ kind }) => t(`enums:webhookKind.${kind}`),
    },
    {
      key: 'lead',
      header: t('webhooks:fields.lead'),
      width: 136,
      render: ({ lead }) =>
        lead ? (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} {...props} />
            )}
          >
            {lead.reference}
          </Anchor>
        ) : (
          '–'
        ),
    },
    {
      key: 'state',
      header: t('webhooks:fields.state'),
      width: 136,
      render: ({ state }) => <MessageStateBadge state={state} />,
    },
    {
      key: 'occurred',
      header: t('webhooks:fields.occurred'),
      width: 104,
      from: 'md',
      render: ({ occurredAt }) => (
        <time dateTime={occurredAt} title={dateTime(occurredAt)}>
          {moment(occurredAt)}
        </time>
      ),
    },
    {
      key: 'next',
      header: t('webhooks:fields.next'),
      width: 112,
      from: 'lg',
      render: ({ nextAttemptAt, state }) => <Time at={state === 'QUEUED' ? nextAttemptAt : null} />,
    },
    {
      key: 'attempts',
      header: t('webhooks:fields.attempts'),
      width: 104,
      align: 'end',
      render: (message) => {
        const label = t('webhooks:attempts.count', { count: message.attempts.length });
        return message.attempts.length > 0 ? (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={labelled(t(`enums:webhookKind.${message.kind}`), label)}
            onClick={() => show(message)}
          >
            {label}
          </Button>
        ) : (
          '–'
        );
      },
    },
  ];
}
