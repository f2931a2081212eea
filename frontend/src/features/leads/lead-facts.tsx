import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { PriorityMark } from './lead-state';

graphql(`
  fragment LeadFacts on Lead {
    id
    handlingCode
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
    createdBy {
      id
      name
    }
    createdAt
    updatedAt
    outcome
    rejectReason
    verdictCounts {
      verdict
      state
      count
    }
  }
`);

export function LeadFacts({ lead }: { lead: LeadFactsFragment }) {
  const { t } = useTranslation(['leads', 'enums']);
  const localName = useLocalName();
  const { country, dateTime, list, money } = useFormats();
  const place = [lead.country ? country(lead.country) : null, lead.divisionCode].filter(Boolean).join(' · ');
  return (
    <Facts>
      <Fact label={t('fields.owner')}>{localName(lead.owner)}</Fact>
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
      <Fact label={t('fields.handling')}>{t(`enums:handlingCode.${lead.handlingCode}`)}</Fact>
      <Fact label={t('fields.answers')}>
        {lead.verdictCounts.length > 0
          ? lead.verdictCounts.map(({ verdict, state, count }) => (
              <div key={`${verdict}${state}`}>
                {count} × {verdict ? t(`enums:verdict.${verdict}`) : t(`enums:deliveryState.${state}`)}
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
