import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { CustodyEventFragment, EvidenceCustodyFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, type KeysetPage, pageArguments } from '@/lib/keyset';
import { KeysetList } from '@/ui/keyset-list';
import { Section } from '@/ui/section';
import classes from './evidence.module.css';

// The first ones come with the page; who looks at more reads it by pages.
graphql(`
  fragment EvidenceCustody on EvidenceItem {
    id
    custody(first: 12) {
      nodes {
        ...CustodyEvent
      }
      totalCount
    }
  }
  fragment CustodyEvent on CustodyEvent {
    id
    seq
    kind
    at
    actorName
    seal
    note
    mark
    hash
  }
`);

const CustodyQuery = graphql(`
  query EvidenceCustodyPage($id: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    evidenceItem(id: $id) {
      id
      custody(first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...CustodyEvent
        }
        pageInfo {
          ...PageEnds
        }
        totalCount
        totalCountIsExact
      }
    }
  }
`);

const PAGE_SIZE = 50;

/** Who had it, from the beginning: a chain in which each event vouches for the one before. */
export function EvidenceCustody({ evidence }: { evidence: EvidenceCustodyFragment }) {
  const { t } = useTranslation('evidence');
  const [all, setAll] = useState(false);
  const { nodes, totalCount } = evidence.custody;
  return (
    <Section
      title={t('custody.title')}
      count={totalCount}
      actions={
        totalCount > nodes.length ? (
          <Button variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'custody.fewer' : 'custody.all')}
          </Button>
        ) : null
      }
    >
      {all ? <AllEvents id={evidence.id} meanwhile={nodes} /> : <EventList events={nodes} />}
    </Section>
  );
}

function AllEvents({ id, meanwhile }: { id: string; meanwhile: readonly CustodyEventFragment[] }) {
  const { t } = useTranslation('evidence');
  const [at, setAt] = useState<KeysetPage>(FIRST_PAGE);
  const [{ data, error, fetching }, reload] = useQuery({
    query: CustodyQuery,
    variables: { id, ...pageArguments(at, PAGE_SIZE) },
    requestPolicy: 'cache-and-network',
  });
  return (
    <KeysetList
      page={data?.evidenceItem?.custody}
      error={error}
      fetching={fetching}
      reload={reload}
      at={at}
      onPage={setAt}
      summary={(count) => t('custody.count', { count })}
    >
      {(events = meanwhile) => <EventList events={events} />}
    </KeysetList>
  );
}

function EventList({ events }: { events: readonly CustodyEventFragment[] }) {
  return (
    <ol className={classes.chain}>
      {events.map((event) => (
        <Event key={event.id} event={event} />
      ))}
    </ol>
  );
}

function Event({ event }: { event: CustodyEventFragment }) {
  const { t } = useTranslation('evidence');
  const { dateTime, moment } = useFormats();
  const { seq, kind, at, actorName, seal, note, mark, hash } = event;
  return (
    <li className={classes.event}>
      <span className={classes.seq}>{seq}</span>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.strong}>{t(`events.${kind}`)}</span>
          <span>{actorName}</span>
          <time className={classes.when} dateTime={at} title={dateTime(at)}>
            {moment(at)}
          </time>
        </div>
        <div className={classes.detail}>
          {seal ? <span>{t('custody.seal', { seal })}</span> : null}
          {mark ? <span>{t('custody.mark', { mark })}</span> : null}
          {note ? <span>{note}</span> : null}
          <span className={classes.hash} title={hash}>
            {hash.slice(0, 12)}…
          </span>
        </div>
      </div>
    </li>
  );
}
