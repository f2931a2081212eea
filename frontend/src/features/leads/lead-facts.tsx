import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadFactsFragment, LeadLinkFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import { TlpBadge } from '@/ui/tlp-badge';
import classes from './lead-facts.module.css';
import { LeadHandlingWords } from './lead-handling';
import { PriorityMark } from './lead-state';
import { useOwnerName } from './owner-name';

graphql(`
  fragment LeadFacts on Lead {
    id
    handlingCode
    handling {
      ...LeadHandling
    }
    source
    channel
    infringementTypes
    country
    divisionCode
    grade
    priority
    estimatedValue {
      amount
      currency
    }
    owner {
      id
      name
      nameZh
    }
    ownerName
    createdBy {
      id
      name
    }
    createdAt
    updatedAt
    outcome
    rejectReason
    sanitizedFrom {
      ...LeadLink
    }
    sanitizedCopies {
      ...LeadLink
      tlp
    }
    verdictCounts {
      verdict
      state
      count
    }
  }
  fragment LeadLink on Lead {
    id
    reference
    title
  }
`);

interface LeadFactsProps {
  lead: LeadFactsFragment;
  /** Who of the own organisation is on it, and how that is changed. */
  assignee: ReactNode;
}

export function LeadFacts({ lead, assignee }: LeadFactsProps) {
  const { t } = useTranslation(['leads', 'enums', 'inbox']);
  const ownerName = useOwnerName();
  const { country, dateTime, list, money } = useFormats();
  const place = [lead.country ? country(lead.country) : null, lead.divisionCode].filter(Boolean).join(' · ');
  return (
    <Facts>
      <Fact label={t('followUp.assignee')}>{assignee}</Fact>
      <Fact label={t('fields.owner')}>{ownerName(lead)}</Fact>
      <Fact label={t('fields.createdBy')}>{lead.createdBy?.name}</Fact>
      <Fact label={t('fields.outcome')}>{lead.outcome ? t(`enums:outcome.${lead.outcome}`) : null}</Fact>
      <Fact label={t('fields.rejectReason')}>
        {lead.rejectReason ? t(`enums:rejectReason.${lead.rejectReason}`) : null}
      </Fact>
      <Fact label={t('fields.priority')}>
        <PriorityMark priority={lead.priority} label />
      </Fact>
      <Fact label={t('fields.grade')}>{lead.grade}</Fact>
      <Fact label={t('fields.types')}>
        {list(lead.infringementTypes.map((type) => t(`enums:infringement.${type}`)))}
      </Fact>
      <Fact label={t('fields.channel')}>{t(`enums:channel.${lead.channel}`)}</Fact>
      <Fact label={t('fields.place')}>{place}</Fact>
      <Fact label={t('fields.estimatedValue')}>{lead.estimatedValue ? money(lead.estimatedValue) : null}</Fact>
      <Fact label={t('fields.source')}>{t(`enums:source.${lead.source}`)}</Fact>
      <Fact label={t('fields.handling')}>
        <LeadHandlingWords handling={lead.handling} />
      </Fact>
      <Fact label={t('fields.handlingCode')}>{t(`enums:handlingCode.${lead.handlingCode}`)}</Fact>
      <Fact label={t('fields.answers')}>
        {lead.verdictCounts.length > 0
          ? lead.verdictCounts.map(({ verdict, state, count }) => (
              <div key={`${verdict}${state}`}>
                {count} × {verdict ? t(`enums:verdict.${verdict}`) : t(`inbox:state.${state}`)}
              </div>
            ))
          : null}
      </Fact>
      <Fact label={t('fields.sanitizedFrom')}>
        {lead.sanitizedFrom ? <LeadLink lead={lead.sanitizedFrom} /> : null}
      </Fact>
      <Fact label={t('fields.sanitizedCopies')}>
        {lead.sanitizedCopies.length > 0
          ? lead.sanitizedCopies.map((copy) => (
              <div key={copy.id} className={classes.copy}>
                <LeadLink lead={copy} />
                <TlpBadge tlp={copy.tlp} />
              </div>
            ))
          : null}
      </Fact>
      <Fact label={t('fields.created')}>
        <time dateTime={lead.createdAt}>{dateTime(lead.createdAt)}</time>
      </Fact>
      <Fact label={t('fields.updated')}>
        <time dateTime={lead.updatedAt}>{dateTime(lead.updatedAt)}</time>
      </Fact>
    </Facts>
  );
}

/** By its reference, which is short enough to stand among facts; the title to who points at it. */
export function LeadLink({ lead: { reference, title } }: { lead: LeadLinkFragment }) {
  return (
    <Anchor
      size="sm"
      title={title}
      renderRoot={(props) => <Link to="/leads/$reference" params={{ reference }} {...props} />}
    >
      {reference}
    </Anchor>
  );
}
