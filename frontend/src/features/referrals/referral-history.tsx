import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferralHistoryFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './referrals.module.css';

graphql(`
  fragment ReferralHistory on Referral {
    id
    history {
      kind
      at
      person {
        id
        name
      }
      officer {
        id
        maskedName
      }
      note
    }
  }
`);

/** What happened, oldest first: questions and answers stand where they were asked. */
export function ReferralHistory({ referral }: { referral: ReferralHistoryFragment }) {
  const { t } = useTranslation('referrals');
  const { dateTime, relative } = useFormats();
  return (
    <Section title={t('history.title')}>
      <ol className={classes.history} aria-label={t('history.title')}>
        {referral.history.map(({ kind, at, person, officer, note }) => (
          <li key={`${kind}${at}`} className={classes.step}>
            <span>
              <span className={classes.strong}>{person?.name ?? officer?.maskedName ?? t('history.service')}</span>{' '}
              {t(`steps.${kind}`)}
            </span>
            <time dateTime={at} title={dateTime(at)} className={classes.time}>
              {relative(at)}
            </time>
            {note ? <p className={classes.text}>{note}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
