import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LeadLink } from '@/features/leads/lead-facts';
import { graphql } from '@/gql';
import type { SubjectFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import classes from './subjects.module.css';

graphql(`
  fragment SubjectFacts on Subject {
    id
    kind
    role
    lead {
      ...LeadLink
    }
    personalData {
      purpose
      legalBasis
      retainUntil
    }
    createdAt
    removedAt
    removedWhy
  }
`);

export function SubjectFacts({ subject }: { subject: SubjectFactsFragment }) {
  const { t } = useTranslation('subjects');
  const { dateTime } = useFormats();
  const { id, kind, role, lead, personalData, createdAt, removedAt, removedWhy } = subject;
  const moment = (at: string) => <time dateTime={at}>{dateTime(at)}</time>;
  return (
    <Facts>
      <Fact label={t('fields.kind')}>{t(`kinds.${kind}`)}</Fact>
      <Fact label={t('fields.role')}>{role ? t(`roles.${role}`) : null}</Fact>
      <Fact label={t('fields.lead')}>
        {lead ? (
          <>
            <LeadLink lead={lead} />
            <div className={classes.dimmed}>{lead.title}</div>
          </>
        ) : null}
      </Fact>
      <Fact label={t('fields.purpose')}>{personalData ? t(`purposes.${personalData.purpose}`) : null}</Fact>
      <Fact label={t('fields.legalBasis')}>{personalData ? t(`bases.${personalData.legalBasis}`) : null}</Fact>
      <Fact label={t('fields.retainUntil')}>{personalData ? moment(personalData.retainUntil) : null}</Fact>
      <Fact label={t('fields.named')}>{moment(createdAt)}</Fact>
      <Fact label={t('fields.removed')}>{removedAt ? moment(removedAt) : null}</Fact>
      <Fact label={t('fields.removedWhy')}>{removedWhy}</Fact>
      <Fact label={t('fields.id')}>
        <Code>{id}</Code>
      </Fact>
    </Facts>
  );
}
