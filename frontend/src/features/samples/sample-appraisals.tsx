import { useTranslation } from 'react-i18next';
import { AppraisalList } from '@/features/appraisals/appraisal-list';
import { graphql } from '@/gql';
import type { SampleAppraisalsFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import classes from './samples.module.css';

graphql(`
  fragment SampleAppraisals on Sample {
    id
    appraisals {
      ...AppraisalLine
    }
    qualityDue
  }
`);

/** Who was asked what it is, and what each said. */
export function SampleAppraisals({ sample }: { sample: SampleAppraisalsFragment }) {
  const { t } = useTranslation('samples');
  const { appraisals, qualityDue } = sample;
  return (
    <Section title={t('appraisals')} count={appraisals.length}>
      {qualityDue ? (
        <p className={classes.notice} role="note">
          {t('qualityDue')}
        </p>
      ) : null}
      {appraisals.length > 0 ? (
        <AppraisalList label={t('appraisals')} appraisals={appraisals} />
      ) : (
        <span className={classes.dimmed}>{t('noAppraisals')}</span>
      )}
    </Section>
  );
}
