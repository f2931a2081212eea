import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LeadMatches } from '@/features/matches/lead-matches';
import { LeadMute } from '@/features/notifications/lead-mute';
import { LeadSubjects } from '@/features/subjects/lead-subjects';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TlpBadge } from '@/ui/tlp-badge';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { LeadActions } from './lead-actions';
import { useLeadActivity } from './lead-activity-feed';
import { isLeadId, LeadById } from './lead-by-id';
import { LeadDeliveries } from './lead-deliveries';
import { LeadDialogs } from './lead-dialogs';
import { LeadFacts } from './lead-facts';
import { LeadAssignee, WatchButton } from './lead-follow-up';
import { LeadGrants } from './lead-grants';
import { LeadItems } from './lead-items';
import { LeadMerged } from './lead-merged';
import classes from './lead-page.module.css';
import { LeadQuestions } from './lead-questions';
import { LeadSightings } from './lead-sightings';
import { LeadStateBadge } from './lead-state';
import { LeadTimeline } from './lead-timeline';
import { LeadWarnings } from './lead-warnings';

/** Loaded after the page: it asks for itself. */
const LeadEvidence = lazy(() => import('@/features/evidence/lead-evidence'));

const LeadReferrals = lazy(() => import('@/features/referrals/lead-referrals'));

const LeadScreening = lazy(() => import('@/features/screening/lead-screening'));

const LeadPurchases = lazy(() => import('@/features/purchases/lead-purchases'));

const LeadPageQuery = graphql(`
  query LeadPage($reference: String!) {
    leadByReference(reference: $reference) {
      ...LeadPage
    }
  }
  fragment LeadPage on Lead {
    id
    reference
    title
    summary
    state
    tlp
    handlingCode
    version
    allowedActions
    ...LeadFacts
    ...LeadFollowUp
    ...LeadMute
    ...LeadItems
    ...LeadMerged
    ...LeadSubjects
    ...LeadMatches
    ...LeadWarnings
    ...LeadQuestions
    ...LeadDeliveries
    ...LeadGrants
    ...LeadSightings
    ...LeadTimeline
  }
`);

const route = getRouteApi('/_app/leads/$reference');

export function LeadPage() {
  const { reference } = route.useParams();
  return isLeadId(reference) ? <LeadById id={reference} /> : <LeadOf reference={reference} />;
}

function LeadOf({ reference }: { reference: string }) {
  const [{ data, error }, reload] = useQuery({ query: LeadPageQuery, variables: { reference } });
  const lead = data?.leadByReference;
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const activity = useLeadActivity(lead?.id, refresh);
  useLiveRefresh(activity, refresh);

  if (!lead) {
    if (data?.leadByReference === null || hasErrorCode(error, 'NOT_FOUND')) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <LeadSkeleton reference={reference} />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<LeadTrail reference={reference} />}
        title={lead.title}
        meta={
          <>
            <LeadStateBadge state={lead.state} />
            <TlpBadge tlp={lead.tlp} />
          </>
        }
        actions={
          <>
            <WatchButton lead={lead} />
            <LeadMute lead={lead} />
            <LeadActions lead={lead} />
          </>
        }
      />
      <TwoColumns side={<LeadFacts lead={lead} assignee={<LeadAssignee lead={lead} onStale={refresh} />} />}>
        <LeadWarnings lead={lead} />
        {lead.summary ? <p className={classes.summary}>{lead.summary}</p> : null}
        {lead.source === 'MODEL' ? (
          <Suspense>
            <LeadScreening leadId={lead.id} />
          </Suspense>
        ) : null}
        <LeadItems lead={lead} />
        <Suspense>
          <LeadEvidence leadId={lead.id} activity={activity} />
        </Suspense>
        <LeadMerged lead={lead} />
        <LeadSubjects lead={lead} />
        <LeadMatches lead={lead} onStale={refresh} />
        <LeadQuestions lead={lead} onStale={refresh} />
        <LeadDeliveries lead={lead} />
        <Suspense>
          <LeadPurchases lead={lead} activity={activity} />
        </Suspense>
        <Suspense>
          <LeadReferrals lead={lead} activity={activity} />
        </Suspense>
        <LeadGrants lead={lead} onStale={refresh} />
        <LeadSightings lead={lead} />
        <LeadTimeline lead={lead} onChanged={refresh} />
      </TwoColumns>
      <LeadDialogs lead={lead} onStale={refresh} />
    </>
  );
}

function LeadTrail({ reference }: { reference: string }) {
  const { t } = useTranslation('leads');
  return (
    <>
      <Link to="/leads">{t('list.title')}</Link>
      <span aria-hidden> / </span>
      <span className={classes.reference}>{reference}</span>
    </>
  );
}

function LeadSkeleton({ reference }: { reference: string }) {
  return (
    <>
      <PageHeader eyebrow={<LeadTrail reference={reference} />} title={reference} />
      <TwoColumnsSkeleton />
    </>
  );
}
