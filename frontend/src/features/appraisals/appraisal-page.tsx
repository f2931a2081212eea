import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { AppraisalPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { AppraisalActions } from './appraisal-actions';
import { AppraisalDialogs } from './appraisal-dialogs';
import { AppraisalFacts } from './appraisal-facts';
import { AppraisalNotices } from './appraisal-notices';
import { AppraisalReports } from './appraisal-reports';
import { AppraisalStateBadge, BlindBadge, ConclusionBadge } from './appraisal-words';
import classes from './appraisals.module.css';
import { ConclusionPanel } from './conclusion-panel';

const AppraisalPageQuery = graphql(`
  query AppraisalPage($id: ID!) {
    appraisal(id: $id) {
      ...AppraisalPage
    }
  }
  fragment AppraisalPage on Appraisal {
    id
    reference
    state
    blind
    version
    questions
    referenceFeatures
    allowedActions
    sample {
      id
      label
      conclusion {
        ...ConclusionOf
      }
    }
    report {
      version
      conclusion
    }
    ...AppraisalFacts
    ...AppraisalNotices
    ...AppraisalReportsOf
  }
`);

const route = getRouteApi('/_app/appraisals/$id/');

export function AppraisalPage() {
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({
    query: AppraisalPageQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const appraisal = data?.appraisal;
  if (!appraisal) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.appraisal === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <AppraisalSkeleton />;
  }
  const { reference, state, blind, sample, report } = appraisal;
  return (
    <>
      <PageHeader
        eyebrow={<AppraisalTrail reference={reference} />}
        title={sample.label}
        meta={
          <>
            <AppraisalStateBadge state={state} />
            {report ? <ConclusionBadge conclusion={report.conclusion} /> : null}
            {blind ? <BlindBadge /> : null}
          </>
        }
        actions={<AppraisalActions appraisal={appraisal} />}
      />
      <TwoColumns side={<AppraisalFacts appraisal={appraisal} />}>
        <AppraisalNotices appraisal={appraisal} />
        {sample.conclusion ? <ConclusionPanel conclusion={sample.conclusion} /> : null}
        <Task appraisal={appraisal} />
        <AppraisalReports appraisal={appraisal} />
      </TwoColumns>
      <AppraisalDialogs appraisal={appraisal} onStale={refresh} />
    </>
  );
}

/** What is asked, and by what the genuine article is told. */
export function Task({ appraisal }: { appraisal: Pick<AppraisalPageFragment, 'questions' | 'referenceFeatures'> }) {
  const { t } = useTranslation('appraisals');
  const { questions, referenceFeatures } = appraisal;
  return (
    <>
      <Section title={t('fields.questions')}>
        <p className={classes.text}>{questions}</p>
      </Section>
      <Section title={t('fields.referenceFeatures')} count={referenceFeatures.length}>
        {referenceFeatures.length > 0 ? (
          <ul className={classes.features}>
            {referenceFeatures.map((feature) => (
              <li key={feature}>{feature}</li>
            ))}
          </ul>
        ) : (
          <span className={classes.dimmed}>{t('noFeatures')}</span>
        )}
      </Section>
    </>
  );
}

export function AppraisalTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('appraisals');
  return (
    <>
      <Link to="/appraisals">{t('title')}</Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}

export function AppraisalSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<AppraisalTrail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
