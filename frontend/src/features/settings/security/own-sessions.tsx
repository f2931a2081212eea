import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OwnSessionFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { browserName } from './browser-name';
import type { Ending } from './end-sessions-dialog';
import { Method, Methods } from './method';

const OwnSessionsQuery = graphql(`
  query OwnSessions {
    viewer {
      sessions(last: 50) {
        nodes {
          ...OwnSession
        }
      }
    }
  }
  fragment OwnSession on Session {
    id
    createdAt
    lastSeenAt
    userAgent
    network
    current
  }
`);

const EndSessionsDialog = lazy(() => import('./end-sessions-dialog'));

/** This one first, then those that were used last. */
function ordered(sessions: readonly OwnSessionFragment[]) {
  return sessions.toSorted(
    (one, other) => Number(other.current) - Number(one.current) || other.lastSeenAt.localeCompare(one.lastSeenAt),
  );
}

/** Where one is signed in; what one does not know is ended here. */
export function OwnSessions() {
  const { t } = useTranslation('settings');
  const [{ data, error }, reload] = useQuery({ query: OwnSessionsQuery });
  const [ending, setEnding] = useState<Ending | null>(null);
  const sessions = data?.viewer?.sessions.nodes;
  if (error && !sessions) return <QueryFailure error={error} retry={reload} />;
  return (
    <Section
      title={t('sessions.title')}
      count={sessions?.length}
      actions={
        sessions && sessions.length > 1 ? (
          <Button variant="default" onClick={() => setEnding('others')}>
            {t('sessions.endOthers')}
          </Button>
        ) : null
      }
    >
      <Methods>
        {sessions ? (
          ordered(sessions).map((session) => (
            <OwnSession key={session.id} session={session} onEnd={() => setEnding(session)} />
          ))
        ) : (
          <Skeleton h={56} aria-busy />
        )}
      </Methods>
      <Suspense>
        {ending ? (
          <EndSessionsDialog
            ending={ending}
            onClose={() => setEnding(null)}
            onEnded={() => reload({ requestPolicy: 'network-only' })}
          />
        ) : null}
      </Suspense>
    </Section>
  );
}

function OwnSession({ session, onEnd }: { session: OwnSessionFragment; onEnd: () => void }) {
  const { t } = useTranslation('settings');
  const { dateTime, relative, labelled } = useFormats();
  const { userAgent, network, createdAt, lastSeenAt, current } = session;
  const name = userAgent ? browserName(userAgent) : t('sessions.unknown');
  const facts = [
    t('sessions.since', { at: dateTime(createdAt) }),
    current ? null : t('sessions.seen', { at: relative(lastSeenAt) }),
    network,
  ];
  return (
    <Method
      name={name}
      state={current ? <StateBadge tone="good" label={t('sessions.current')} /> : null}
      hint={facts.filter(Boolean).join(' · ')}
    >
      {current ? null : (
        <Button variant="default" aria-label={labelled(t('sessions.end'), name)} onClick={onEnd}>
          {t('sessions.end')}
        </Button>
      )}
    </Method>
  );
}
