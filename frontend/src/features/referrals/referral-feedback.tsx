import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferralFeedbackOfFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './referrals.module.css';

graphql(`
  fragment ReferralFeedbackOf on Referral {
    id
    feedbackOverdue
    feedback {
      used
      useful
      result
      note
      givenAt
    }
  }
`);

/** What came of it, or that nobody has said so for a month. */
export function ReferralFeedback({ referral }: { referral: ReferralFeedbackOfFragment }) {
  const { t } = useTranslation('referrals');
  const { dateTime, list } = useFormats();
  const { feedback, feedbackOverdue } = referral;
  if (!feedback) return feedbackOverdue ? <p className={classes.notice}>{t('feedback.overdue')}</p> : null;
  const said = [
    t(feedback.used ? 'feedback.used' : 'feedback.notUsed'),
    t(feedback.useful ? 'feedback.useful' : 'feedback.notUseful'),
    t(`results.${feedback.result}`),
  ];
  return (
    <Section title={t('feedback.title')}>
      <p className={classes.text}>{list(said)}</p>
      {feedback.note ? <p className={classes.text}>{feedback.note}</p> : null}
      <time dateTime={feedback.givenAt} className={classes.time}>
        {dateTime(feedback.givenAt)}
      </time>
    </Section>
  );
}
