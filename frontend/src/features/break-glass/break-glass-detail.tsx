import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import classes from './break-glass.module.css';
import { BreakGlassActions } from './break-glass-actions';
import { BreakGlassDialogs } from './break-glass-dialogs';
import { BreakGlassFacts } from './break-glass-facts';
import { BreakGlassStateBadge } from './break-glass-state';

const BreakGlassDetailQuery = graphql(`
  query BreakGlassDetail($id: ID!) {
    breakGlassRequest(id: $id) {
      ...BreakGlassDetail
    }
  }
  fragment BreakGlassDetail on BreakGlassRequest {
    id
    reference
    reason
    note
    hours
    state
    version
    allowedActions
    ...BreakGlassFacts
  }
`);

const route = getRouteApi('/_app/break-glass');

/** One request: who asked for what and why, and what became of it. */
export function BreakGlassDetail({ id }: { id: string }) {
  const { t } = useTranslation('breakGlass');
  const [{ data, error }, reload] = useQuery({
    query: BreakGlassDetailQuery,
    variables: { id },
    // Others decide, and time alone ends what is open.
    requestPolicy: 'cache-and-network',
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const request = data?.breakGlassRequest;

  if (!request) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.breakGlassRequest === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <Loading />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={t('of', { reference: request.reference })}
        meta={<BreakGlassStateBadge state={request.state} />}
        actions={<BreakGlassActions request={request} />}
      />
      <TwoColumns side={<BreakGlassFacts request={request} />}>
        <p className={classes.explained}>{t(`explained.${request.state}`)}</p>
        <Section title={t('fields.reason')}>
          <p className={classes.words}>{request.reason}</p>
        </Section>
        {request.note ? (
          <Section title={t('fields.note')}>
            <p className={classes.words}>{request.note}</p>
          </Section>
        ) : null}
      </TwoColumns>
      <BreakGlassDialogs request={request} onStale={refresh} />
    </>
  );
}

function Trail() {
  const { t } = useTranslation('breakGlass');
  const { request: _request, do: _do, ...list } = route.useSearch();
  return (
    <>
      <Link to="/break-glass" search={list}>
        {t('title')}
      </Link>
      <span aria-hidden> /</span>
    </>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
