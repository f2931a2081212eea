import { Button, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { LeadLink } from '@/features/leads/lead-facts';
import { LeadStateBadge } from '@/features/leads/lead-state';
import { graphql } from '@/gql';
import type { LeadAlikeFragment, LeadSubjectsFragment, SubjectLineFragment } from '@/gql/graphql';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import { IdentifierChip, IdentifierChips } from './identifier-chips';
import { KindIcon, SubjectLink } from './subject-name';
import classes from './subjects.module.css';

graphql(`
  fragment LeadSubjects on Lead {
    id
    reference
    allowedActions
    subjects(first: 50) {
      nodes {
        ...SubjectLine
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  fragment SubjectLine on Subject {
    ...SubjectHead
    detail
    removedWhy
    identifiers {
      ...IdentifierChip
    }
  }
  fragment LeadAlike on LeadAlike {
    lead {
      ...LeadLink
      state
      tlp
    }
    shared {
      kind
      value
      rule
      subjectId
    }
  }
`);

const LeadsAlike = graphql(`
  query LeadsAlike($reference: String!) {
    leadByReference(reference: $reference) {
      id
      leadsAlike {
        ...LeadAlike
      }
    }
  }
`);

const route = getRouteApi('/_app/leads/$reference');

/** Who and what stands behind a lead, and the other leads that they turn up in. */
export function LeadSubjects({ lead }: { lead: LeadSubjectsFragment }) {
  const { t } = useTranslation('subjects');
  const navigate = route.useNavigate();
  const { nodes, pageInfo } = lead.subjects;
  const adds = lead.allowedActions.includes('ADD_SUBJECT');
  if (nodes.length === 0 && !adds) return null;
  const known = nodes.some(({ identifiers, removedAt }) => !removedAt && identifiers.length > 0);
  return (
    <>
      <Section
        title={t('lead.section')}
        count={nodes.filter(({ removedAt }) => !removedAt).length}
        actions={
          adds ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => void navigate({ search: { do: 'ADD_SUBJECT' } })}
            >
              {t('actions.add')}
            </Button>
          ) : null
        }
      >
        {nodes.length > 0 ? (
          <ul className={classes.list}>
            {nodes.map((subject) => (
              <SubjectLine key={subject.id} subject={subject} />
            ))}
          </ul>
        ) : (
          <Text size="sm" c="dimmed">
            {t('lead.none')}
          </Text>
        )}
        {pageInfo.hasNextPage ? (
          <Text size="sm" c="dimmed" mt={6}>
            {t('lead.more')}
          </Text>
        ) : null}
      </Section>
      {known ? <Alike key={lead.id} reference={lead.reference} /> : null}
    </>
  );
}

function SubjectLine({ subject }: { subject: SubjectLineFragment }) {
  const { t } = useTranslation('subjects');
  const { kind, role, detail, identifiers, removedAt, removedWhy } = subject;
  const removed = Boolean(removedAt);
  const words = [t(`kinds.${kind}`), role ? t(`roles.${role}`) : null].filter(Boolean).join(' · ');
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <KindIcon kind={kind} />
        <span className={classes.name}>
          <SubjectLink subject={subject} />
        </span>
        <span className={classes.dimmed}>{words}</span>
      </div>
      {detail && !removed ? <p className={classes.detail}>{detail}</p> : null}
      {removed && removedWhy ? <p className={classes.detail}>{removedWhy}</p> : null}
      <IdentifierChips identifiers={identifiers} removed={removed} />
    </li>
  );
}

/** Keeps its place while it is asked, so that what stands below does not move. */
function Alike({ reference }: { reference: string }) {
  const { t } = useTranslation('subjects');
  const [{ data, error }, reload] = useQuery({ query: LeadsAlike, variables: { reference } });
  const alike = data?.leadByReference?.leadsAlike;
  return (
    <Section title={t('alike.section')} count={alike?.length}>
      {!alike && error ? (
        <QueryFailure error={error} retry={reload} />
      ) : !alike ? (
        <Skeleton h={18} w="40%" aria-busy />
      ) : alike.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('alike.none')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {alike.map((each, place) => (
            <AlikeLine key={each.lead?.id ?? place} alike={each} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function AlikeLine({ alike: { lead, shared } }: { alike: LeadAlikeFragment }) {
  const { t } = useTranslation('subjects');
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        {lead ? (
          <>
            <span className={classes.reference}>
              <LeadLink lead={lead} />
            </span>
            <span className={classes.name}>{lead.title}</span>
            <span className={classes.marks}>
              <LeadStateBadge state={lead.state} />
              <TlpBadge tlp={lead.tlp} />
            </span>
          </>
        ) : (
          <span className={classes.dimmed}>{t('alike.hidden')}</span>
        )}
      </div>
      <ul className={classes.chips}>
        {shared.map(({ kind, value, rule, subjectId }) => (
          <li key={`${kind}${value}${subjectId}`} className={classes.common}>
            <IdentifierChip identifier={{ kind, value, isMasked: value.includes('***') }} />
            <span className={classes.dimmed}>{t('alike.rule', { rule })}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
