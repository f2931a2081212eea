import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLeadActivity } from '@/features/leads/lead-activity-feed';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TlpBadge } from '@/ui/tlp-badge';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import classes from './evidence.module.css';
import { EvidenceActions } from './evidence-actions';
import { EvidenceCustody } from './evidence-custody';
import { EvidenceDialogs } from './evidence-dialogs';
import { EvidenceFacts } from './evidence-facts';
import { EvidenceHolds } from './evidence-holds';
import { EvidenceStateBadge, HoldBadge } from './evidence-state';
import { EvidenceWaiting } from './evidence-waiting';
import { Thumbnail } from './thumbnail';

const PicturesAlike = lazy(() => import('./pictures-alike'));

const EvidencePageQuery = graphql(`
  query EvidencePage($id: ID!) {
    evidenceItem(id: $id) {
      ...EvidencePage
    }
  }
  fragment EvidencePage on EvidenceItem {
    id
    kind
    title
    state
    tlp
    onHold
    version
    mediaType
    thumbnailUrl
    allowedActions
    lead {
      id
      reference
      title
    }
    ...EvidenceFacts
    ...EvidenceWaiting
    ...EvidenceHolds
    ...EvidenceCustody
  }
`);

const route = getRouteApi('/_app/evidence/$id');

export function EvidencePage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({
    query: EvidencePageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const evidence = data?.evidenceItem;
  const activity = useLeadActivity(evidence?.lead.id, refresh);
  useLiveRefresh(activity, refresh);

  if (!evidence) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.evidenceItem === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <EvidenceSkeleton />;
  }
  const { lead, title, state, tlp, onHold, kind, thumbnailUrl } = evidence;
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} className={classes.hash}>
              {lead.reference}
            </Link>
            <span aria-hidden> / </span>
            <span className={classes.leadTitle}>{lead.title}</span>
          </>
        }
        title={title}
        meta={
          <>
            <EvidenceStateBadge state={state} />
            <TlpBadge tlp={tlp} />
            {onHold ? <HoldBadge /> : null}
          </>
        }
        actions={<EvidenceActions evidence={evidence} />}
      />
      <TwoColumns side={<EvidenceFacts evidence={evidence} />}>
        {thumbnailUrl ? <Thumbnail kind={kind} url={thumbnailUrl} large /> : null}
        <EvidenceWaiting evidence={evidence} onStale={refresh} />
        <EvidenceHolds evidence={evidence} onChanged={refresh} />
        <EvidenceCustody evidence={evidence} />
        {evidence.mediaType?.startsWith('image/') ? (
          <Suspense>
            <PicturesAlike id={evidence.id} />
          </Suspense>
        ) : null}
      </TwoColumns>
      <EvidenceDialogs evidence={evidence} onStale={refresh} />
    </>
  );
}

function EvidenceSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
