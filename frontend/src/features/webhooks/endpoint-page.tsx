import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { WebhookEndpointPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { EndpointActions } from './endpoint-actions';
import { EndpointDialogs } from './endpoint-dialogs';
import { EndpointFacts } from './endpoint-facts';
import { addressOf } from './endpoint-form';
import { EndpointMessages } from './endpoint-messages';
import { EndpointStateBadge } from './webhook-words';
import classes from './webhooks.module.css';

const WebhookEndpointPageQuery = graphql(`
  query WebhookEndpointPage($id: ID!) {
    webhookEndpoint(id: $id) {
      ...WebhookEndpointPage
    }
  }
  fragment WebhookEndpointPage on WebhookEndpoint {
    id
    url
    description
    kinds
    state
    failingSince
    version
    account {
      id
      name
      organization {
        id
      }
    }
    ...WebhookEndpointFacts
  }
`);

const route = getRouteApi('/_app/partners/webhooks/$id');

export function EndpointPage() {
  const { t } = useTranslation('webhooks');
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: WebhookEndpointPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const endpoint = data?.webhookEndpoint;

  if (!endpoint) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.webhookEndpoint === null || missing || hasErrorCode(error, 'FORBIDDEN')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <EndpointSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail account={endpoint.account} />}
        title={addressOf(endpoint.url)?.host ?? endpoint.url}
        meta={<EndpointStateBadge state={endpoint.state} failingSince={endpoint.failingSince} />}
        actions={<EndpointActions endpoint={endpoint} onDone={refresh} />}
      />
      <TwoColumns side={<EndpointFacts endpoint={endpoint} />}>
        <Standing endpoint={endpoint} />
        {endpoint.description ? (
          <Section title={t('fields.description')}>
            <p className={classes.text}>{endpoint.description}</p>
          </Section>
        ) : null}
        <EndpointMessages endpoint={endpoint} onReplayed={refresh} />
      </TwoColumns>
      <EndpointDialogs endpoint={endpoint} onStale={refresh} />
    </>
  );
}

/** What is wrong with it, and what becomes of the messages meanwhile. */
function Standing({ endpoint: { state, failingSince } }: { endpoint: WebhookEndpointPageFragment }) {
  const { t } = useTranslation('webhooks');
  const { dateTime } = useFormats();
  const text =
    state === 'ACTIVE' ? failingSince && t('standing.FAILING', { at: dateTime(failingSince) }) : t(`standing.${state}`);
  if (!text) return null;
  return (
    <Alert
      role="status"
      color={state === 'PAUSED' ? 'yellow' : 'red'}
      variant="light"
      p="xs"
      icon={<IconAlertTriangle size={16} />}
    >
      {text}
    </Alert>
  );
}

function Trail({ account }: { account?: { id: string; name: string } }) {
  const { t } = useTranslation('partners');
  return (
    <>
      <Link to="/partners" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> /</span>
      {account ? (
        <>
          {' '}
          <Link to="/partners/$id" params={{ id: account.id }} search={{}}>
            {account.name}
          </Link>
          <span aria-hidden> /</span>
        </>
      ) : null}
    </>
  );
}

function EndpointSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
