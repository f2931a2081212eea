import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { CaseWordsOfContentFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './referrals.module.css';

graphql(`
  fragment CaseWordsOfContent on ReferralContent {
    valuation {
      ...ReferralValue
    }
    noAppraisalReason
    noAppraisalNote
    civilProceedings
    civilProceedingsNote
    safetyNotes
  }
  fragment CaseWordsOfPackage on ReferralPackage {
    valuation {
      ...ReferralValue
    }
    noAppraisalReason
    noAppraisalNote
    civilProceedings
    civilProceedingsNote
    safetyNotes
  }
  fragment ReferralValue on ReferralValuation {
    amount
    currency
    basis
    source
    date
  }
`);

/** Value, appraisal, civil proceedings and safety: the same words in a draft and in what was sent. */
export function CaseWords({ words }: { words: CaseWordsOfContentFragment }) {
  const { t } = useTranslation('referrals');
  const { date, list, money } = useFormats();
  const { valuation, noAppraisalReason, noAppraisalNote, civilProceedings, civilProceedingsNote, safetyNotes } = words;
  return (
    <>
      {safetyNotes ? (
        <Section title={t('fields.safetyNotes')}>
          <p className={classes.text}>{safetyNotes}</p>
        </Section>
      ) : null}
      {valuation ? (
        <Section title={t('fields.valuation')}>
          <p className={classes.text}>
            <span className={classes.strong}>{money(valuation)}</span>{' '}
            <span className={classes.dimmed}>
              {list([t(`bases.${valuation.basis}`), valuation.source, date(valuation.date)])}
            </span>
          </p>
        </Section>
      ) : null}
      {noAppraisalReason ? (
        <Section title={t('fields.noAppraisal')}>
          <p className={classes.text}>{t(`noAppraisal.${noAppraisalReason}`)}</p>
          {noAppraisalNote ? <p className={classes.text}>{noAppraisalNote}</p> : null}
        </Section>
      ) : null}
      {civilProceedings ? (
        <Section title={t('fields.civilProceedings')}>
          <p className={classes.text}>{t(`proceedings.${civilProceedings}`)}</p>
          {civilProceedingsNote ? <p className={classes.text}>{civilProceedingsNote}</p> : null}
        </Section>
      ) : null}
    </>
  );
}
