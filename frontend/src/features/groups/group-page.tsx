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
import { GroupActions } from './group-actions';
import { GroupDialogs } from './group-dialogs';
import { GroupFacts } from './group-facts';
import { GroupMembers } from './group-members';
import { ConfidentialBadge, GroupStateBadge } from './group-state';
import classes from './groups.module.css';

const GroupPageQuery = graphql(`
  query GroupPage($id: ID!) {
    sharingGroup(id: $id) {
      ...GroupPage
    }
  }
  fragment GroupPage on SharingGroup {
    id
    name
    purpose
    confidential
    expiresAt
    state
    version
    allowedActions
    ...GroupFacts
    ...GroupMembers
  }
`);

const route = getRouteApi('/_app/groups/$id');

export function GroupPage() {
  const { t } = useTranslation('groups');
  const { id } = route.useParams();
  const [{ data, error }, reload] = useQuery({ query: GroupPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const group = data?.sharingGroup;

  if (!group) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.sharingGroup === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <GroupSkeleton />;
  }
  return (
    <>
      <PageHeader
        eyebrow={<Trail />}
        title={group.name}
        meta={
          <>
            <GroupStateBadge state={group.state} />
            {group.confidential ? <ConfidentialBadge /> : null}
          </>
        }
        actions={<GroupActions group={group} />}
      />
      <TwoColumns side={<GroupFacts group={group} />}>
        <Section title={t('purpose')}>
          <p className={classes.purpose}>{group.purpose}</p>
        </Section>
        <GroupMembers group={group} onStale={refresh} />
      </TwoColumns>
      <GroupDialogs group={group} onStale={refresh} />
    </>
  );
}

function Trail() {
  const { t } = useTranslation('groups');
  return (
    <>
      <Link to="/groups">{t('title')}</Link>
      <span aria-hidden> /</span>
    </>
  );
}

function GroupSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
