import { Tabs } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SubjectPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { SubjectActions } from './subject-actions';
import { SubjectDialogs } from './subject-dialogs';
import { SubjectFacts } from './subject-facts';
import { SubjectIdentifiers } from './subject-identifiers';
import { SubjectLinks } from './subject-links';
import { KindIcon } from './subject-name';
import { SubjectNote } from './subject-note';
import classes from './subjects.module.css';

const NetworkView = lazy(() => import('./network/network-view'));

const SubjectPageQuery = graphql(`
  query SubjectPage($id: ID!) {
    subject(id: $id) {
      ...SubjectPage
    }
  }
  fragment SubjectPage on Subject {
    ...SubjectHead
    detail
    version
    allowedActions
    ...SubjectFacts
    ...SubjectIdentifiers
    ...SubjectLinks
    ...SubjectNote
  }
`);

const route = getRouteApi('/_app/subjects/$subject');

/** Each subject by itself: what was typed, chosen or drawn for one is never another's. */
export function SubjectPage() {
  const { subject } = route.useParams();
  return <SubjectOf key={subject} id={subject} />;
}

function SubjectOf({ id }: { id: string }) {
  const [{ data, error }, reload] = useQuery({ query: SubjectPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const subject = data?.subject;

  if (!subject) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.subject === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return <SubjectSkeleton />;
  }
  return (
    <>
      <SubjectHeader subject={subject} />
      <Views subject={subject} refresh={refresh} />
      <SubjectDialogs subject={subject} onStale={refresh} />
    </>
  );
}

function SubjectHeader({ subject }: { subject: SubjectPageFragment }) {
  const { t } = useTranslation('subjects');
  return (
    <PageHeader
      eyebrow={<Trail />}
      title={subject.name}
      meta={
        <>
          <span className={classes.cellName}>
            <KindIcon kind={subject.kind} />
            {t(`kinds.${subject.kind}`)}
          </span>
          {subject.removedAt ? <StateBadge tone="neutral" label={t('removed')} /> : null}
        </>
      }
      actions={<SubjectActions subject={subject} />}
    />
  );
}

interface ViewsProps {
  subject: SubjectPageFragment;
  refresh: () => void;
}

function Views({ subject, refresh }: ViewsProps) {
  const { t } = useTranslation('subjects');
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next: string | null) =>
    void navigate({ search: { tab: next === 'network' ? 'network' : undefined }, replace: true });
  return (
    <Tabs value={tab ?? 'overview'} onChange={choose} keepMounted={false} className={classes.tabs}>
      <Tabs.List px="var(--ts-edge)" aria-label={t('tabs.label')}>
        <Tabs.Tab value="overview">{t('tabs.overview')}</Tabs.Tab>
        <Tabs.Tab value="network">{t('tabs.network')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="overview">
        <TwoColumns side={<SubjectFacts subject={subject} />}>
          {subject.detail ? (
            <Section title={t('fields.detail')}>
              <p className={classes.text}>{subject.detail}</p>
            </Section>
          ) : null}
          <SubjectIdentifiers subject={subject} onStale={refresh} />
          <SubjectLinks subject={subject} onChanged={refresh} />
          <SubjectNote subject={subject} onStale={refresh} />
        </TwoColumns>
      </Tabs.Panel>
      <Tabs.Panel value="network">
        <Suspense fallback={<TwoColumnsSkeleton />}>
          <NetworkView start={subject} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function Trail() {
  const { t } = useTranslation('subjects');
  return (
    <>
      <Link to="/subjects">{t('title')}</Link>
      <span aria-hidden> /</span>
    </>
  );
}

function SubjectSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<Trail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
