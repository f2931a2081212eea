import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { ActionClashes } from './action-clashes';
import { ActionDialogs } from './action-dialogs';
import { ActionFacts } from './action-facts';
import { ActionGuests } from './action-guests';
import { ActionOutcome } from './action-outcome';
import { ActionParts } from './action-parts';
import { ActionStateBadge, EmbargoBadge } from './action-state';
import { ActionSteps } from './action-steps';
import { ActionTasks } from './action-tasks';
import { ActionTeam } from './action-team';
import classes from './actions.module.css';
import { FrozenAction } from './frozen-action';

const OfflineActionPageQuery = graphql(`
  query OfflineActionPage($id: ID!) {
    offlineAction(id: $id) {
      ...OfflineActionPage
    }
  }
  fragment OfflineActionPage on OfflineAction {
    id
    reference
    title
    kind
    state
    embargoed
    riskNotes
    reason
    version
    allowedActions
    hasReport
    ...ActionFacts
    ...ActionParts
    ...ActionTeam
    ...ActionGuests
    ...ActionTasks
    ...ActionClashes
    ...ActionOutcomeOf
  }
`);

const route = getRouteApi('/_app/actions/$id/');

export function ActionPage() {
  const { t } = useTranslation('actions');
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: OfflineActionPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const action = data?.offlineAction;

  if (!action) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.offlineAction === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <ActionSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<ActionTrail reference={action.reference} />}
        title={action.title}
        meta={
          <>
            <ActionStateBadge state={action.state} />
            {action.embargoed ? <EmbargoBadge /> : null}
          </>
        }
        actions={<ActionSteps action={action} />}
      />
      <TwoColumns side={<ActionFacts action={action} onStale={refresh} />}>
        <FrozenAction action={action} />
        {action.reason ? <p className={classes.notice}>{action.reason}</p> : null}
        {action.riskNotes ? (
          <Section title={t('fields.riskNotes')}>
            <p className={classes.text}>{action.riskNotes}</p>
          </Section>
        ) : null}
        <ActionClashes action={action} onStale={refresh} />
        <ActionParts action={action} onStale={refresh} />
        <ActionTeam action={action} onStale={refresh} />
        <ActionGuests action={action} onStale={refresh} />
        <ActionTasks action={action} onStale={refresh} />
        <ActionOutcome action={action} onStale={refresh} />
      </TwoColumns>
      <ActionDialogs action={action} onStale={refresh} />
    </>
  );
}

export function ActionTrail({ reference }: { reference?: string }) {
  const { t } = useTranslation('actions');
  return (
    <>
      <Link to="/actions">{t('title')}</Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}

export function ActionSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<ActionTrail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
