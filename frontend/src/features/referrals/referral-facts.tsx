import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferralFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { ClockBadge } from './referral-clock';
import classes from './referrals.module.css';

graphql(`
  fragment ReferralFacts on Referral {
    id
    organization {
      id
      name
      nameZh
    }
    author {
      id
      name
    }
    contact {
      id
      name
    }
    agency {
      id
      organization {
        id
        name
        nameZh
      }
    }
    officers {
      officer {
        id
        maskedName
        rank
        unit
        person {
          id
          name
        }
      }
      openedAt
    }
    country
    divisionCode
    handlingCode
    language
    createdAt
    submittedBy {
      id
      name
    }
    approvedBy {
      id
      name
    }
    sentAt
    fileNumber
    declineReason
    decidedAt
    ...ReferralClocks
  }
`);

export function ReferralFacts({ referral }: { referral: ReferralFactsFragment }) {
  const { t } = useTranslation(['referrals', 'enums']);
  const localName = useLocalName();
  const { country: countryName, dateTime } = useFormats();
  const { agency, organization, country, divisionCode, receipt, decision, pausedSince } = referral;
  return (
    <Facts>
      <Fact label={t('fields.receipt')}>{receipt ? <ClockBadge clock={receipt} /> : null}</Fact>
      <Fact label={t('fields.decision')}>
        {decision ? <ClockBadge clock={decision} paused={Boolean(pausedSince)} /> : null}
      </Fact>
      <Fact label={t('fields.extensions')}>
        {decision && decision.extensions > 0 ? t('fields.extended', { count: decision.extensions }) : null}
      </Fact>
      <Fact label={t('fields.fileNumber')}>{referral.fileNumber}</Fact>
      <Fact label={t('fields.declineReason')}>
        {referral.declineReason ? t(`declineReasons.${referral.declineReason}`) : null}
      </Fact>
      <Fact label={t('fields.agency')}>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/agencies/$id" params={{ id: agency.id }} search={{}} {...props} />}
        >
          {localName(agency.organization)}
        </Anchor>
      </Fact>
      <Fact label={t('fields.officers')}>
        <Officers referral={referral} />
      </Fact>
      <Fact label={t('fields.jurisdiction')}>
        {divisionCode ? `${countryName(country)} ${divisionCode}` : countryName(country)}
      </Fact>
      <Fact label={t('fields.organization')}>{localName(organization)}</Fact>
      <Fact label={t('fields.contact')}>{referral.contact.name}</Fact>
      <Fact label={t('fields.author')}>{referral.author.name}</Fact>
      <Fact label={t('fields.submittedBy')}>{referral.submittedBy?.name}</Fact>
      <Fact label={t('fields.approvedBy')}>{referral.approvedBy?.name}</Fact>
      <Fact label={t('fields.handlingCode')}>{t(`enums:handlingCode.${referral.handlingCode}`)}</Fact>
      <Fact label={t('fields.language')}>{t(`enums:language.${referral.language}`)}</Fact>
      <Fact label={t('fields.sentAt')}>
        {referral.sentAt ? <time dateTime={referral.sentAt}>{dateTime(referral.sentAt)}</time> : null}
      </Fact>
      <Fact label={t('fields.createdAt')}>
        <time dateTime={referral.createdAt}>{dateTime(referral.createdAt)}</time>
      </Fact>
    </Facts>
  );
}

function Officers({ referral }: { referral: ReferralFactsFragment }) {
  const { t } = useTranslation('referrals');
  const { moment } = useFormats();
  if (referral.officers.length === 0) return t('fields.nobody');
  return (
    <ul className={classes.plain}>
      {referral.officers.map(({ officer, openedAt }) => (
        <li key={officer.id}>
          {[officer.person?.name ?? officer.maskedName, officer.rank].filter(Boolean).join(' · ')}
          {openedAt ? <span className={classes.dimmed}> · {t('fields.opened', { at: moment(openedAt) })}</span> : null}
        </li>
      ))}
    </ul>
  );
}
