import { ActionIcon, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMenu2, IconPlus, IconX } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider, useQuery } from 'urql';
import { graphql } from '@/gql';
import type { ViewerFragment } from '@/gql/graphql';
import { session } from '@/lib/browser-session';
import { createClient } from '@/lib/client';
import { keepDraftsOf } from '@/lib/draft';
import { localeOf, switchLocale, withRestOfTexts } from '@/lib/i18n';
import { isDesk, may } from '@/lib/permissions';
import { ViewerContext } from '@/lib/viewer';
import { QueryFailure } from '@/ui/query-failure';
import { Wordmark } from '@/ui/wordmark';
import { AccountBar } from './account-bar';
import { Navigation } from './navigation';
import { OfflineBanner } from './offline-banner';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts';

const Enrolment = lazy(() => withRestOfTexts(import('./enrolment')));
// Loaded beside the page, which is readable before it is known whether something is new.
const Bell = lazy(() => withRestOfTexts(import('@/features/notifications/bell')));
const MailSuspended = lazy(() => withRestOfTexts(import('@/features/notifications/mail-suspended')));
const HandOversWaiting = lazy(() => withRestOfTexts(import('@/features/hand-overs/hand-overs-waiting')));

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      ...Viewer
    }
  }
  fragment Viewer on Viewer {
    person {
      id
      name
      email
      mailSuspendedAt
      mailSuspendedWhy
    }
    organization {
      id
      name
      nameZh
      kind
      timeZone
    }
    roles
    account {
      secondFactor {
        required
        enrolled
      }
    }
    permissions {
      action
      scope
    }
    settings {
      language
      timeZone
      digest
      digestHour
      workingDaysOnly
      digestWeekday
      quietHours {
        from
        to
      }
      expiryReminders
      digestFilter {
        onlyAssigned
        role
        brandIds
        infringementTypes
        minPriority
      }
      version
    }
  }
`);

/** The client lives as long as one person is signed in: another epoch is another person, hence another cache. */
export function Shell() {
  const epoch = useSyncExternalStore(session.subscribe, () => session.epoch);
  const [current, setCurrent] = useState(() => ({ epoch, client: createClient(session) }));
  if (current.epoch !== epoch) setCurrent({ epoch, client: createClient(session) });
  return (
    <Provider value={current.client}>
      <Frame key={current.epoch} />
    </Provider>
  );
}

/** Everything around a signed-in page. Pages below it can rely on `useViewer`. */
function Frame() {
  const { t } = useTranslation('shell');
  const [menuOpen, setMenuOpen] = useState(false);
  const [enrolling, setEnrolling] = useState(false);
  const [{ data, error }, retry] = useQuery({ query: ViewerQuery });
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const viewer = data?.viewer ?? null;
  // The navigation first; the page, which is more work, in turns that leave room for what somebody does meanwhile.
  const hasViewer = useDeferredValue(viewer !== null);
  const language = viewer?.settings.language;
  const person = viewer?.person.id;
  // Before the page below reads them, so no effect; doing it twice changes nothing.
  useMemo(() => person && keepDraftsOf(person), [person]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of page closes the phone's menu
  useEffect(() => setMenuOpen(false), [path]);
  useEffect(() => {
    if (language) void switchLocale(localeOf(language));
  }, [language]);

  // A token that the server no longer takes for a person: suspended, or signed out elsewhere.
  const gone = data?.viewer === null;
  useEffect(() => {
    if (gone) session.end();
  }, [gone]);

  const factor = viewer?.account.secondFactor;
  const mustEnrol = factor?.required && !factor.enrolled;
  // Stays until the recovery codes are kept, although the factor is there by then.
  if (mustEnrol && !enrolling) setEnrolling(true);
  if (enrolling) {
    return (
      <ViewerContext value={viewer}>
        <Suspense>
          <Enrolment
            onDone={() => {
              setEnrolling(false);
              retry({ requestPolicy: 'network-only' });
            }}
          />
        </Suspense>
      </ViewerContext>
    );
  }
  return (
    <ViewerContext value={viewer}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      {viewer ? <Shortcuts viewer={viewer} /> : null}
      <div className={classes.shell}>
        <nav className={classes.aside} aria-label={t('navigation')}>
          <div className={classes.header}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('menu')}
              aria-expanded={menuOpen}
              aria-controls="navigation"
              onClick={() => setMenuOpen(!menuOpen)}
            >
              {menuOpen ? <IconX size={18} /> : <IconMenu2 size={18} />}
            </ActionIcon>
            <Wordmark />
            <span className={classes.signs}>
              {viewer && phone && hasViewer && isDesk(viewer) ? <LateHandOvers phone /> : null}
              <span className={classes.bell}>{viewer && phone ? <LateBell phone /> : null}</span>
            </span>
            {viewer && may(viewer, 'LEAD_CREATE') ? (
              <ActionIcon
                component={Link}
                to="/leads/new"
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('newLead')}
              >
                <IconPlus size={18} />
              </ActionIcon>
            ) : null}
          </div>
          <div id="navigation" className={classes.navbar} data-open={menuOpen}>
            <div className={classes.brand}>
              <Wordmark />
              <span className={classes.signs}>
                <span className={classes.bell}>{viewer && !phone ? <LateBell phone={false} /> : null}</span>
              </span>
            </div>
            {viewer ? <Navigation viewer={viewer} /> : <NavigationSkeleton />}
            {viewer && !phone && hasViewer && isDesk(viewer) ? <LateHandOvers phone={false} /> : null}
            {viewer ? <AccountBar viewer={viewer} /> : null}
          </div>
        </nav>
        <main id="content" tabIndex={-1} className={classes.main} aria-busy={!hasViewer && !error}>
          <OfflineBanner />
          {viewer ? <LateMailSuspended person={viewer.person} /> : null}
          {viewer && hasViewer ? <Outlet /> : error && !viewer ? <QueryFailure error={error} retry={retry} /> : null}
        </main>
      </div>
    </ViewerContext>
  );
}

function LateBell({ phone }: { phone: boolean }) {
  return (
    <Suspense>
      <Bell phone={phone} />
    </Suspense>
  );
}

/** Nothing but for the few whose mails came back. */
function LateMailSuspended({ person }: { person: ViewerFragment['person'] }) {
  const { mailSuspendedAt, mailSuspendedWhy } = person;
  if (!mailSuspendedAt || !mailSuspendedWhy) return null;
  return (
    <Suspense>
      <MailSuspended person={person} since={mailSuspendedAt} why={mailSuspendedWhy} />
    </Suspense>
  );
}

function LateHandOvers({ phone }: { phone: boolean }) {
  return (
    <Suspense>
      <HandOversWaiting phone={phone} />
    </Suspense>
  );
}

function NavigationSkeleton() {
  return (
    <div className={classes.links} aria-hidden>
      {[96, 80, 112].map((width) => (
        <Skeleton key={width} h={12} w={width} m={8} />
      ))}
    </div>
  );
}
