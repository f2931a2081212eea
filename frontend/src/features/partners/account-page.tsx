import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { EndpointList } from '@/features/webhooks/endpoint-list';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { AccountActions } from './account-actions';
import { AccountCredentials } from './account-credentials';
import { AccountDialogs } from './account-dialogs';
import { AccountFacts } from './account-facts';
import { AccountStateBadge } from './account-words';
import classes from './partners.module.css';

const ServiceAccountPageQuery = graphql(`
  query ServiceAccountPage($id: ID!) {
    serviceAccount(id: $id) {
      ...ServiceAccountPage
    }
  }
  fragment ServiceAccountPage on ServiceAccount {
    id
    name
    description
    scopes
    networks
    sandbox
    state
    version
    allowedActions
    ...ServiceAccountFacts
    ...ServiceAccountCredentials
  }
`);

const route = getRouteApi('/_app/partners/$id');

export function AccountPage() {
  const { t } = useTranslation('partners');
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: ServiceAccountPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const account = data?.serviceAccount;

  if (!account) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.serviceAccount === null || missing || hasErrorCode(error, 'FORBIDDEN')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <AccountSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={account.name}
        meta={
          <>
            <AccountStateBadge state={account.state} />
            {account.sandbox ? <StateBadge tone="neutral" label={t('sandbox')} /> : null}
          </>
        }
        actions={<AccountActions account={account} />}
      />
      <TwoColumns side={<AccountFacts account={account} />}>
        {account.description ? (
          <Section title={t('fields.description')}>
            <p className={classes.text}>{account.description}</p>
          </Section>
        ) : null}
        <AccountCredentials account={account} onStale={refresh} />
        <EndpointList account={account} />
        <Section title={t('fields.scopes')} count={account.scopes.length}>
          <ul className={classes.scopes}>
            {account.scopes.map((scope) => (
              <li key={scope}>
                {t(`scopes.${scope}.name`)}
                <p>{t(`scopes.${scope}.text`)}</p>
              </li>
            ))}
          </ul>
        </Section>
      </TwoColumns>
      <AccountDialogs account={account} onStale={refresh} />
    </>
  );
}

function Trail() {
  const { t } = useTranslation('partners');
  return (
    <>
      <Link to="/partners" search={{}}>
        {t('title')}
      </Link>
      <span aria-hidden> /</span>
    </>
  );
}

function AccountSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
