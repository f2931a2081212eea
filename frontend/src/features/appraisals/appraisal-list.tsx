import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AppraisalLineFragment } from '@/gql/graphql';
import { AppraisalStateBadge, BlindBadge, ConclusionBadge, DueBadge } from './appraisal-words';
import classes from './appraisals.module.css';

graphql(`
  fragment AppraisalLine on Appraisal {
    id
    reference
    rank
    round
    blind
    appraiser {
      id
      name
    }
    appraiserOrganization {
      id
      name
    }
    report {
      version
      conclusion
    }
    ...AppraisalDue
  }
`);

/** Appraisals within a page about something else: who, with what weight, and what he or she said. */
export function AppraisalList({ label, appraisals }: { label: string; appraisals: readonly AppraisalLineFragment[] }) {
  const { t } = useTranslation('appraisals');
  return (
    <ul className={classes.list} aria-label={label}>
      {appraisals.map((appraisal) => (
        <li key={appraisal.id} className={classes.item}>
          <Link to="/appraisals/$id" params={{ id: appraisal.id }} search={{}} className={classes.link}>
            {`${t(`ranks.${appraisal.rank}`)} · ${appraisal.appraiserOrganization.name}`}
          </Link>
          <span className={classes.dimmed}>{appraisal.appraiser.name}</span>
          <AppraisalStateBadge state={appraisal.state} />
          {appraisal.report ? <ConclusionBadge conclusion={appraisal.report.conclusion} /> : null}
          {appraisal.blind ? <BlindBadge /> : null}
          <span className={classes.end}>
            <DueBadge appraisal={appraisal} />
          </span>
        </li>
      ))}
    </ul>
  );
}
