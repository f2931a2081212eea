import { Text } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TlpBadge } from '@/ui/tlp-badge';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { FrozenReferral } from './frozen-referral';
import { ReferralActions } from './referral-actions';
import { ReferralCompleteness } from './referral-completeness';
import { ReferralContent } from './referral-content';
import { ReferralDialogs } from './referral-dialogs';
import { ReferralFacts } from './referral-facts';
import { ReferralFeedback } from './referral-feedback';
import { ReferralHistory } from './referral-history';
import { ReferralPackage } from './referral-package';
import { ReferralStateBadge } from './referral-state';
import classes from './referrals.module.css';

const ReferralPageQuery = graphql(`
  query ReferralPage($id: ID!) {
    referral(id: $id) {
      ...ReferralPage
    }
  }
  fragment ReferralPage on Referral {
    id
    reference
    title
    state
    side
    tlp
    version
    stopReason
    retractedAt
    allowedActions
    ...ReferralFacts
    ...ReferralCompleteness
    ...ReferralContentOf
    ...ReferralPackageOf
    ...ReferralFeedbackOf
    ...ReferralHistory
  }
`);

const route = getRouteApi('/_app/referrals/$id/');

export function ReferralPage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: ReferralPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const referral = data?.referral;

  if (!referral) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.referral === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <ReferralSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<ReferralTrail reference={referral.reference} />}
        title={referral.title}
        meta={
          <>
            <ReferralStateBadge state={referral.state} />
            <TlpBadge tlp={referral.tlp} />
          </>
        }
        actions={<ReferralActions referral={referral} />}
      />
      <TwoColumns side={<ReferralFacts referral={referral} />}>
        <Stopped referral={referral} />
        <FrozenReferral referral={referral} />
        <ReferralCompleteness referral={referral} />
        {referral.package ? <ReferralPackage referral={referral} /> : <ReferralContent referral={referral} />}
        <ReferralFeedback referral={referral} />
        <ReferralHistory referral={referral} />
      </TwoColumns>
      <ReferralDialogs referral={referral} onStale={refresh} />
    </>
  );
}

/** That it is not to be relied on any more stands above everything else. */
function Stopped({ referral }: { referral: { retractedAt?: string | null; stopReason?: string | null } }) {
  const { t } = useTranslation('referrals');
  if (!referral.stopReason) return null;
  return (
    <div className={classes.notice} role="note">
      <Text size="sm" fw={600}>
        {t(referral.retractedAt ? 'stopped.retracted' : 'stopped.withdrawn')}
      </Text>
      <p className={classes.text}>{referral.stopReason}</p>
    </div>
  );
}

export function ReferralTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('referrals');
  return (
    <>
      <Link to="/referrals">{t('title')}</Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}

export function ReferralSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<ReferralTrail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
