import { Button } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ServiceAccountPageFragment, WebhookEndpointRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { type Column, DataTable } from '@/ui/data-table';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { EndpointStateBadge } from './webhook-words';
import classes from './webhooks.module.css';

const CreateEndpointDialog = lazy(() => import('./dialogs/create-endpoint-dialog'));

/** As many as an account may have at most. */
const MOST = 10;

const WebhookEndpoints = graphql(`
  query WebhookEndpoints($accountId: ID!, $first: Int!) {
    webhookEndpoints(accountId: $accountId, first: $first) {
      nodes {
        ...WebhookEndpointRow
      }
    }
  }
  fragment WebhookEndpointRow on WebhookEndpoint {
    id
    url
    description
    kinds
    state
    failingSince
    queued
    dead
  }
`);

/** Where an account's program is told of what happens, without asking. */
export function EndpointList({ account }: { account: ServiceAccountPageFragment }) {
  const { t } = useTranslation('webhooks');
  const viewer = useViewer();
  const manages = may(viewer, 'WEBHOOK_MANAGE');
  const own = account.organization.id === viewer.organization.id;
  const [making, setMaking] = useState(false);
  const [{ data, error }, reload] = useQuery({
    query: WebhookEndpoints,
    variables: { accountId: account.id, first: MOST },
    pause: !manages,
  });
  const columns = useColumns();
  if (!manages) return null;
  const endpoints = data?.webhookEndpoints.nodes;
  // A revoked account hears nothing any more.
  const adds = own && account.state !== 'REVOKED' && endpoints !== undefined && endpoints.length < MOST;
  return (
    <Section
      title={t('title')}
      count={endpoints?.length}
      actions={
        adds ? (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
            {t('new')}
          </Button>
        ) : null
      }
    >
      {error && !data ? (
        <ShortFailure error={error} retry={() => reload({ requestPolicy: 'network-only' })} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={endpoints}
          likely={1}
          rowKey={({ id }) => id}
          link={({ id }) => ({ to: '/partners/webhooks/$id', params: { id }, search: {} })}
          empty={<EmptyState icon={IconWebhook} title={t('empty')} text={t('emptyText')} />}
        />
      )}
      {making ? (
        <Suspense>
          <CreateEndpointDialog account={account.id} onClose={() => setMaking(false)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function useColumns(): Column<WebhookEndpointRowFragment>[] {
  const { t } = useTranslation('webhooks');
  const { number } = useFormats();
  return [
    {
      key: 'url',
      header: t('fields.url'),
      primary: true,
      render: ({ url }) => <span className={classes.url}>{url}</span>,
    },
    {
      key: 'kinds',
      header: t('fields.kinds'),
      width: 120,
      from: 'lg',
      render: ({ kinds }) => (kinds.length > 0 ? t('kindCount', { count: kinds.length }) : t('allKinds')),
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 144,
      render: ({ state, failingSince }) => <EndpointStateBadge state={state} failingSince={failingSince} />,
    },
    {
      key: 'queued',
      header: t('fields.queued'),
      width: 88,
      align: 'end',
      from: 'md',
      render: ({ queued }) => number(queued),
    },
    { key: 'dead', header: t('fields.dead'), width: 104, align: 'end', render: ({ dead }) => number(dead) },
  ];
}
