import { useTranslation } from 'react-i18next';
import { ClockBadge } from '@/features/referrals/referral-clock';
import type { GuestReferralFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import { Section } from '@/ui/section';
import classes from './guests.module.css';

/** From whom, until when, and whom to ask. */
export function GuestFacts({ referral }: { referral: GuestReferralFragment }) {
  const { t } = useTranslation(['referrals', 'enums']);
  const { country: countryName, dateTime } = useFormats();
  const { receipt, decision, country, divisionCode } = referral;
  return (
    <Facts>
      <Fact label={t('fields.receipt')}>{receipt ? <ClockBadge clock={receipt} /> : null}</Fact>
      <Fact label={t('fields.decision')}>
        {decision ? <ClockBadge clock={decision} paused={Boolean(referral.pausedSince)} /> : null}
      </Fact>
      <Fact label={t('fields.fileNumber')}>{referral.fileNumber}</Fact>
      <Fact label={t('fields.declineReason')}>
        {referral.declineReason ? t(`declineReasons.${referral.declineReason}`) : null}
      </Fact>
      <Fact label={t('fields.organization')}>{referral.organizationName}</Fact>
      <Fact label={t('fields.contact')}>{referral.contactName}</Fact>
      <Fact label={t('fields.agency')}>{referral.agencyName}</Fact>
      <Fact label={t('fields.jurisdiction')}>{[countryName(country), divisionCode].filter(Boolean).join(' ')}</Fact>
      <Fact label={t('fields.handlingCode')}>{t(`enums:handlingCode.${referral.handlingCode}`)}</Fact>
      <Fact label={t('fields.sentAt')}>
        {referral.sentAt ? <time dateTime={referral.sentAt}>{dateTime(referral.sentAt)}</time> : null}
      </Fact>
    </Facts>
  );
}

/** What happened since it was sent, oldest first: the agency on one side, whoever sent it on the other. */
export function GuestHistory({ referral }: { referral: GuestReferralFragment }) {
  const { t } = useTranslation('referrals');
  const { dateTime, relative } = useFormats();
  return (
    <Section title={t('history.title')}>
      <ol className={classes.history} aria-label={t('history.title')}>
        {referral.history.map(({ kind, at, byAgency, note }) => (
          <li key={`${kind}${at}`} className={classes.step}>
            <span>
              <span className={classes.strong}>{byAgency ? referral.agencyName : referral.organizationName}</span>{' '}
              {t(`steps.${kind}`)}
            </span>
            <time dateTime={at} title={dateTime(at)} className={classes.time}>
              {relative(at)}
            </time>
            {note ? <p className={classes.note}>{note}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
