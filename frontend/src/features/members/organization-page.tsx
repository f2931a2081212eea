import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { OrganizationArchive } from '@/features/exports/organization-archive';
import { OrganizationBrands } from '@/features/rights/organization-brands';
import { OrganizationPowers } from '@/features/rights/organization-powers';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { OrganizationStateBadge } from './member-state';
import { OrganizationActions } from './organization-actions';
import { OrganizationDialogs } from './organization-dialogs';
import { OrganizationFacts } from './organization-facts';
import { OrganizationPeople } from './organization-people';
import { OrganizationSingleSignOn } from './organization-single-sign-on';

const CompanyContacts = lazy(() => import('@/features/products/contacts/company-contacts'));

const OrganizationPageQuery = graphql(`
  query OrganizationPage($id: ID!) {
    organization(id: $id) {
      ...OrganizationPage
      ...OrganizationPeople
      ...OrganizationBrands
      ...OrganizationPowers
      ...OrganizationSingleSignOn
    }
  }
  fragment OrganizationPage on Organization {
    id
    name
    nameZh
    kind
    state
    version
    allowedActions
    ...OrganizationFacts
  }
`);

const route = getRouteApi('/_app/organizations/$id');

export function OrganizationPage() {
  const { id } = route.useParams();
  const localName = useLocalName();
  const readsContacts = may(useViewer(), 'COMPANY_CONTACT_READ');
  const [{ data, error }, reload] = useQuery({ query: OrganizationPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const organization = data?.organization;

  if (!organization) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.organization === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <OrganizationSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={localName(organization)}
        meta={<OrganizationStateBadge state={organization.state} />}
        actions={<OrganizationActions organization={organization} />}
      />
      <TwoColumns side={<OrganizationFacts organization={organization} />}>
        <OrganizationPeople organization={organization} onChanged={refresh} />
        <OrganizationBrands organization={organization} onChanged={refresh} />
        <OrganizationPowers organization={organization} onChanged={refresh} />
        {organization.kind === 'MEMBER_BRAND' && readsContacts ? (
          <Suspense>
            <CompanyContacts organization={organization.id} />
          </Suspense>
        ) : null}
        <OrganizationSingleSignOn organization={organization} onChanged={refresh} />
        <OrganizationArchive organization={organization.id} />
      </TwoColumns>
      <OrganizationDialogs organization={organization} onChanged={refresh} />
    </>
  );
}

function Trail() {
  const { t } = useTranslation('members');
  return (
    <>
      <Link to="/organizations">{t('organizations.title')}</Link>
      <span aria-hidden> /</span>
    </>
  );
}

function OrganizationSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
