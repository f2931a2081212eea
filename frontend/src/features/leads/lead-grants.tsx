import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { LeadGrantFragment, LeadPageFragment } from '@/gql/graphql';
import { lastDayOf } from '@/lib/day';
import { useFormats } from '@/lib/format';
import { FIRST_PAGE, type KeysetPage, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { KeysetList } from '@/ui/keyset-list';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import classes from './lead-grants.module.css';

const RevokeDialog = lazy(() => import('./dialogs/revoke-dialog'));

// The first few come with the page: most leads have no more, and the part does not move what stands below it.
graphql(`
  fragment LeadGrants on Lead {
    id
    reference
    state
    tlp
    version
    allowedActions
    grants(first: 5) {
      nodes {
        ...LeadGrant
      }
      totalCount
    }
  }
  fragment LeadGrant on LeadGrant {
    id
    organization {
      id
      name
      nameZh
    }
    person {
      id
      name
    }
    group {
      id
      name
      confidential
    }
    isEmergency
    includesPersonalData
    reason
    grantedBy {
      id
      name
    }
    grantedAt
    expiresAt
  }
`);

const LeadGrantsQuery = graphql(`
  query LeadGrants($reference: String!, $first: Int, $after: String, $last: Int, $before: String) {
    leadByReference(reference: $reference) {
      id
      grants(first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...LeadGrant
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

const LeadCommunity = graphql(`
  query LeadCommunity($reference: String!) {
    leadByReference(reference: $reference) {
      id
      audience {
        community
      }
    }
  }
`);

/** Who has seen it stands below it. */
const PAGE_SIZE = 20;

/** What is taken back; by name, for who is asked why. */
export type Opening = { name: string } & ({ grantId: string } | { community: true });

type TakeBack = ((opening: Opening) => void) | undefined;

interface LeadGrantsProps {
  lead: LeadPageFragment;
  onStale: () => void;
}

/** What the lead is opened to, and the way to take that back; nothing for those who may not share it. */
export function LeadGrants({ lead, onStale }: LeadGrantsProps) {
  const { t } = useTranslation('leads');
  const [all, setAll] = useState(false);
  const [leaving, setLeaving] = useState<Opening | null>(null);
  const community = useCommunity(lead);
  if (!lead.grants) return null;
  const { nodes, totalCount } = lead.grants;
  const count = totalCount + (community ? 1 : 0);
  if (count === 0 && lead.state !== 'SHARED') return null;
  const takeBack = lead.allowedActions.includes('REVOKE') ? setLeaving : undefined;
  return (
    <Section
      title={t('grants.title')}
      count={count}
      actions={
        totalCount > nodes.length ? (
          <Button variant="default" aria-expanded={all} onClick={() => setAll(!all)}>
            {t(all ? 'seenBy.fewer' : 'seenBy.all')}
          </Button>
        ) : null
      }
    >
      {count === 0 ? (
        <Text size="sm" c="dimmed">
          {t('grants.empty')}
        </Text>
      ) : all ? (
        <AllGrants lead={lead} meanwhile={nodes} community={community} takeBack={takeBack} />
      ) : (
        <GrantList grants={nodes} community={community} takeBack={takeBack} />
      )}
      {leaving ? (
        <Suspense>
          <RevokeDialog lead={lead} opening={leaving} onStale={onStale} onClose={() => setLeaving(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

/** Asked apart, and only where the TLP allows it: to know it takes reckoning the whole audience. */
function useCommunity({ reference, tlp, version, grants }: LeadPageFragment): boolean {
  const possible = Boolean(grants) && (tlp === 'CLEAR' || tlp === 'GREEN');
  const [{ data }, reload] = useQuery({ query: LeadCommunity, variables: { reference }, pause: !possible });
  useLiveRefresh(version, () => possible && reload({ requestPolicy: 'network-only' }));
  return possible && data?.leadByReference?.audience?.community === true;
}

interface AllGrantsProps extends Omit<GrantListProps, 'grants'> {
  lead: LeadPageFragment;
  /** Stands there while the first page is on its way. */
  meanwhile: readonly LeadGrantFragment[];
}

function AllGrants({ lead, meanwhile, community, takeBack }: AllGrantsProps) {
  const { t } = useTranslation('leads');
  // Not in the address, unlike other lists: the dialogs of the page would take it away.
  const [at, setAt] = useState<KeysetPage>(FIRST_PAGE);
  const [{ data, error, fetching }, reload] = useQuery({
    query: LeadGrantsQuery,
    variables: { reference: lead.reference, ...pageArguments(at, PAGE_SIZE) },
    requestPolicy: 'cache-and-network',
  });
  useLiveRefresh(lead.version, () => reload({ requestPolicy: 'network-only' }));
  const first = at === FIRST_PAGE;
  return (
    <KeysetList
      page={data?.leadByReference?.grants ?? undefined}
      error={error}
      fetching={fetching}
      reload={reload}
      at={at}
      onPage={setAt}
      summary={(count, exact) =>
        t(exact ? 'grants.count' : 'grants.countAtLeast', { count: count + (community ? 1 : 0) })
      }
    >
      {(grants = meanwhile) => <GrantList grants={grants} community={first && community} takeBack={takeBack} />}
    </KeysetList>
  );
}

interface GrantListProps {
  grants: readonly LeadGrantFragment[];
  community: boolean;
  takeBack: TakeBack;
}

function GrantList({ grants, community, takeBack }: GrantListProps) {
  const { t } = useTranslation('leads');
  const everybody: Opening = { name: t('share.community'), community: true };
  return (
    <ul className={classes.list}>
      {community ? (
        <li className={classes.item}>
          <div className={classes.line}>
            <span className={classes.name}>{everybody.name}</span>
            <TakeBackButton opening={everybody} takeBack={takeBack} />
          </div>
        </li>
      ) : null}
      {grants.map((grant) => (
        <Grant key={grant.id} grant={grant} takeBack={takeBack} />
      ))}
    </ul>
  );
}

function Grant({ grant, takeBack }: { grant: LeadGrantFragment; takeBack: TakeBack }) {
  const { t } = useTranslation('leads');
  const { name, kind } = useTarget()(grant);
  const { date, dateTime, moment } = useFormats();
  const { grantedAt, grantedBy, expiresAt, isEmergency, includesPersonalData, reason } = grant;
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <span className={classes.name}>{name}</span>
        {kind ? <span className={classes.dimmed}>{kind}</span> : null}
        {includesPersonalData ? <span className={classes.dimmed}>{t('grants.personalData')}</span> : null}
        {isEmergency ? <StateBadge tone="bad" label={t('grants.emergency')} /> : null}
        <span className={classes.when}>
          <time dateTime={grantedAt} title={dateTime(grantedAt)}>
            {t('grants.since', { at: moment(grantedAt), name: grantedBy.name })}
          </time>
          {expiresAt ? (
            <time dateTime={expiresAt} title={dateTime(expiresAt)}>
              {t('grants.until', { day: isEmergency ? dateTime(expiresAt) : date(lastDayOf(expiresAt)) })}
            </time>
          ) : null}
        </span>
        <TakeBackButton opening={{ name, grantId: grant.id }} takeBack={takeBack} />
      </div>
      {reason ? <p className={classes.reason}>{reason}</p> : null}
    </li>
  );
}

/** An organisation goes without saying what it is; of a group that is not the reader's to know it is all that is said. */
function useTarget() {
  const { t } = useTranslation('leads');
  const localName = useLocalName();
  return ({ organization, person, group }: LeadGrantFragment): { name: string; kind?: string } => {
    if (organization) return { name: localName(organization) };
    if (person) return { name: person.name, kind: t('grants.person') };
    if (!group) return { name: t('grants.hiddenGroup') };
    const name = group.confidential ? t('share.confidentialGroup', { name: group.name }) : group.name;
    return { name, kind: t('grants.group') };
  };
}

function TakeBackButton({ opening, takeBack }: { opening: Opening; takeBack: TakeBack }) {
  const { t } = useTranslation('leads');
  const { labelled } = useFormats();
  if (!takeBack) return null;
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      className={classes.takeBack}
      aria-label={labelled(t('actions.REVOKE'), opening.name)}
      onClick={() => takeBack(opening)}
    >
      {t('actions.REVOKE')}…
    </Button>
  );
}
