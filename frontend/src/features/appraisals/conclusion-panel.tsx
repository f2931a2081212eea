import { Alert } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ConclusionLineFragment, ConclusionOfFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import { CaseStateBadge, ConclusionBadge } from './appraisal-words';
import classes from './appraisals.module.css';

graphql(`
  fragment ConclusionOf on CaseConclusion {
    state
    conclusion
    rank
    blocks
    standsOn {
      ...ConclusionLine
    }
    against {
      ...ConclusionLine
    }
  }
  fragment ConclusionLine on Appraisal {
    id
    reference
    rank
    state
    appraiserOrganization {
      id
      name
    }
    report {
      version
      conclusion
    }
  }
`);

/** What the appraisals come to: what holds and by whose word, what speaks against it, and what waits meanwhile. */
export function ConclusionPanel({ conclusion: found }: { conclusion: ConclusionOfFragment }) {
  const { t } = useTranslation('appraisals');
  const { state, conclusion, rank, blocks, standsOn, against } = found;
  if (state === 'NONE') return null;
  return (
    <Section title={t('case.title')}>
      <div className={classes.conclusion}>
        {blocks ? (
          <Alert color="red" icon={<IconSnowflake size={18} aria-hidden />} title={t(`case.frozen.${frozenBy(state)}`)}>
            {t('case.frozenText')}
          </Alert>
        ) : null}
        <div className={classes.headline}>
          {conclusion ? <span className={classes.verdict}>{t(`conclusions.${conclusion}`)}</span> : null}
          <CaseStateBadge state={state} />
          {rank ? <span className={classes.dimmed}>{t('case.byRank', { rank: t(`ranks.${rank}`) })}</span> : null}
        </div>
        <Lines label={t('case.standsOn')} appraisals={standsOn} />
        <Lines label={t('case.against')} appraisals={against} />
        <span className={classes.dimmed}>{t('case.rule')}</span>
      </div>
    </Section>
  );
}

const frozenBy = (state: ConclusionOfFragment['state']) => (state === 'CONTESTED' ? 'CONTESTED' : 'CONFLICT');

function Lines({ label, appraisals }: { label: string; appraisals: readonly ConclusionLineFragment[] }) {
  const { t } = useTranslation('appraisals');
  if (appraisals.length === 0) return null;
  return (
    <div>
      <span className={classes.dimmed}>{label}</span>
      <ul className={classes.checked} aria-label={label}>
        {appraisals.map(({ id, reference, rank, report, appraiserOrganization }) => (
          <li key={id}>
            <Link to="/appraisals/$id" params={{ id }} search={{}} className={classes.link}>
              {`${t(`ranks.${rank}`)} · ${appraiserOrganization.name}`}
            </Link>
            {report ? <ConclusionBadge conclusion={report.conclusion} /> : null}
            <span className={classes.code}>{reference}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
