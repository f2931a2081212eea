import { Button, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { LeadSightingsFragment, SightingEdgeFragment, SightingFragment, Tlp } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, type KeysetPage, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { KeysetList } from '@/ui/keyset-list';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { TlpBadge } from '@/ui/tlp-badge';
import classes from './lead-sightings.module.css';

// The first few come with the page: most leads have no more, and the part does not move what stands below it.
graphql(`
  fragment LeadSightings on Lead {
    id
    reference
    tlp
    version
    seenBy(first: 5) {
      edges {
        ...SightingEdge
      }
      totalCount
    }
  }
  fragment SightingEdge on SightingEdge {
    cursor
    node {
      ...Sighting
    }
  }
  fragment Sighting on Sighting {
    firstSeenAt
    lastSeenAt
    tlp
    stillSees
    organization {
      id
      name
      nameZh
    }
    person {
      id
      name
    }
  }
`);

const LeadSightingsQuery = graphql(`
  query LeadSightings($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {
    leadByReference(reference: $reference) {
      id
      seenBy(first: $first, after: $after, last: $last, before: $before) {
        edges {
          ...SightingEdge
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

/** Activity stands below it. */
const PAGE_SIZE = 20;

/** To whom the lead was ever shown: the list keeps those whom a stricter TLP took it away from. */
export function LeadSightings({ lead }: { lead: LeadSightingsFragment }) {
  const { t } = useTranslation('leads');
  const [all, setAll] = useState(false);
  if (!lead.seenBy) return null;
  const { edges, totalCount } = lead.seenBy;
  return (
    <Section
      title={t('seenBy.title')}
      count={totalCount}
      actions={
        totalCount > edges.length ? (
          <Button variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'seenBy.fewer' : 'seenBy.all')}
          </Button>
        ) : null
      }
    >
      {edges.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('seenBy.empty')}
        </Text>
      ) : all ? (
        <AllSightings lead={lead} meanwhile={edges} />
      ) : (
        <SightingList sightings={edges} now={lead.tlp} />
      )}
    </Section>
  );
}

interface AllSightingsProps {
  lead: LeadSightingsFragment;
  /** Stands there while the first page is on its way. */
  meanwhile: readonly SightingEdgeFragment[];
}

function AllSightings({ lead, meanwhile }: AllSightingsProps) {
  const { t } = useTranslation('leads');
  // Not in the address, unlike other lists: the dialogs of the page would take it away.
  const [at, setAt] = useState<KeysetPage>(FIRST_PAGE);
  const [{ data, error, fetching }, reload] = useQuery({
    query: LeadSightingsQuery,
    variables: { reference: lead.reference, ...pageArguments(at, PAGE_SIZE) },
    requestPolicy: 'cache-and-network',
  });
  // Another TLP changes who still sees it.
  useLiveRefresh(lead.version, () => reload({ requestPolicy: 'network-only' }));
  const seenBy = data?.leadByReference?.seenBy;
  const page = useMemo(() => (seenBy ? { ...seenBy, nodes: seenBy.edges } : undefined), [seenBy]);
  return (
    <KeysetList
      page={page}
      error={error}
      fetching={fetching}
      reload={reload}
      at={at}
      onPage={setAt}
      summary={(count, exact) => t(exact ? 'seenBy.count' : 'seenBy.countAtLeast', { count })}
    >
      {(sightings = meanwhile) => <SightingList sightings={sightings} now={lead.tlp} />}
    </KeysetList>
  );
}

function SightingList({ sightings, now }: { sightings: readonly SightingEdgeFragment[]; now: Tlp }) {
  return (
    <ul className={classes.list}>
      {sightings.map(({ cursor, node }) => (
        <Sighting key={cursor} sighting={node} now={now} />
      ))}
    </ul>
  );
}

function Sighting({ sighting, now }: { sighting: SightingFragment; now: Tlp }) {
  const { t } = useTranslation('leads');
  const localName = useLocalName();
  const { organization, person, firstSeenAt, lastSeenAt, tlp, stillSees } = sighting;
  return (
    <li className={classes.item}>
      {organization ? (
        <>
          <span className={classes.organization}>{localName(organization)}</span>
          <span className={classes.person}>{person?.name ?? t('seenBy.person')}</span>
        </>
      ) : (
        <span className={classes.person}>{t('seenBy.confidentialGroup')}</span>
      )}
      <span className={classes.rest}>
        {stillSees ? null : <StateBadge tone="neutral" label={t('seenBy.noLonger')} />}
        <span className={classes.when}>
          {firstSeenAt === lastSeenAt ? (
            <Moment at={firstSeenAt} label="once" />
          ) : (
            <>
              <Moment at={firstSeenAt} label="first" />
              <Moment at={lastSeenAt} label="last" />
            </>
          )}
          {tlp === now ? null : (
            <span className={classes.then}>
              {t('seenBy.then')}
              <TlpBadge tlp={tlp} />
            </span>
          )}
        </span>
      </span>
    </li>
  );
}

function Moment({ at, label }: { at: string; label: 'once' | 'first' | 'last' }) {
  const { t } = useTranslation('leads');
  const { dateTime, moment } = useFormats();
  return (
    <time dateTime={at} title={dateTime(at)}>
      {t(`seenBy.${label}`, { at: moment(at) })}
    </time>
  );
}
