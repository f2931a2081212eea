import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ConclusionPanel } from '@/features/appraisals/conclusion-panel';
import { EvidenceCustody } from '@/features/evidence/evidence-custody';
import { EvidenceHolds } from '@/features/evidence/evidence-holds';
import { HoldBadge } from '@/features/evidence/evidence-state';
import { EvidenceWaiting } from '@/features/evidence/evidence-waiting';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { SampleActions } from './sample-actions';
import { SampleAppraisals } from './sample-appraisals';
import { SampleDialogs } from './sample-dialogs';
import { SampleFacts } from './sample-facts';
import { SampleHandOver } from './sample-hand-over';
import { SampleLabel } from './sample-label';
import { DisposalBadge } from './sample-words';
import classes from './samples.module.css';

const SamplePageQuery = graphql(`
  query SamplePage($id: ID!) {
    sample(id: $id) {
      ...SamplePage
    }
  }
  fragment SamplePage on Sample {
    id
    reference
    label
    onHold
    disposal
    version
    custodyVersion
    allowedActions
    conclusion {
      ...ConclusionOf
    }
    evidence {
      id
      version
      ...EvidenceWaiting
      ...EvidenceHolds
      ...EvidenceCustody
    }
    ...SampleFacts
    ...SampleHandOverOf
    ...SampleAppraisals
    ...SampleLabelOf
  }
`);

const route = getRouteApi('/_app/samples/$id');

export function SamplePage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({
    query: SamplePageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const sample = data?.sample;
  if (!sample) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.sample === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <SampleSkeleton />;
  }
  const { reference, label, onHold, disposal, conclusion, evidence } = sample;
  return (
    <>
      <PageHeader
        eyebrow={<SampleTrail reference={reference} />}
        title={label}
        meta={
          <>
            <DisposalBadge disposal={disposal} />
            {onHold ? <HoldBadge /> : null}
          </>
        }
        actions={<SampleActions sample={sample} />}
      />
      <TwoColumns side={<SampleFacts sample={sample} />}>
        <SampleHandOver sample={sample} />
        {conclusion ? <ConclusionPanel conclusion={conclusion} /> : null}
        <SampleAppraisals sample={sample} />
        <SampleLabel sample={sample} />
        {evidence ? (
          <>
            <EvidenceWaiting evidence={{ ...evidence, transfer: null }} onStale={refresh} />
            <EvidenceHolds evidence={evidence} onChanged={refresh} />
            <EvidenceCustody evidence={evidence} />
          </>
        ) : null}
      </TwoColumns>
      <SampleDialogs sample={sample} onStale={refresh} />
    </>
  );
}

function SampleTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('samples');
  return (
    <>
      <Link to="/samples">{t('title')}</Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}

function SampleSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<SampleTrail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
