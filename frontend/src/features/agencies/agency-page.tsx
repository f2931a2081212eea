import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import classes from './agencies.module.css';
import { AgencyContacts } from './agency-contacts';
import { AgencyDialogs } from './agency-dialogs';
import { AgencyFacts } from './agency-facts';
import { AgencyOfficers } from './agency-officers';
import { OnDuty } from './officer-state';

const AgencyPageQuery = graphql(`
  query AgencyPage($id: ID!) {
    agency(id: $id) {
      ...AgencyPage
    }
  }
  fragment AgencyPage on Agency {
    id
    kind
    organization {
      id
      name
      nameZh
    }
    onDuty
    note
    version
    allowedActions
    ...AgencyFacts
    ...AgencyContacts
    ...AgencyOfficers
  }
`);

const route = getRouteApi('/_app/agencies/$id');

export function AgencyPage() {
  const { t } = useTranslation('agencies');
  const localName = useLocalName();
  const navigate = route.useNavigate();
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: AgencyPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const agency = data?.agency;

  if (!agency) {
    if (hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <AgencySkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={localName(agency.organization)}
        meta={<OnDuty now={agency.onDuty} />}
        actions={
          agency.allowedActions.includes('UPDATE') ? (
            <Button variant="default" onClick={() => void navigate({ search: { do: 'UPDATE' } })}>
              {t('actions.UPDATE')}
            </Button>
          ) : null
        }
      />
      <TwoColumns side={<AgencyFacts agency={agency} />}>
        {agency.note ? (
          <Section title={t('fields.note')}>
            <p className={classes.note}>{agency.note}</p>
          </Section>
        ) : null}
        <AgencyContacts agency={agency} onStale={refresh} />
        <AgencyOfficers agency={agency} onStale={refresh} />
      </TwoColumns>
      <AgencyDialogs agency={agency} onStale={refresh} />
    </>
  );
}

function Trail() {
  const { t } = useTranslation('agencies');
  return (
    <>
      <Link to="/agencies">{t('title')}</Link>
      <span aria-hidden> /</span>
    </>
  );
}

function AgencySkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
