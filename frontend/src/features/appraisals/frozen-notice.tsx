import { Alert } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FrozenLeadFragment } from '@/gql/graphql';
import { CaseStateBadge } from './appraisal-words';
import classes from './appraisals.module.css';
import { frozenSamples } from './frozen-samples';

graphql(`
  fragment FrozenLead on Lead {
    id
    reference
    samples {
      id
      reference
      conclusion {
        state
        blocks
      }
    }
  }
`);

interface FrozenNoticeProps {
  leads: readonly FrozenLeadFragment[];
  /** What the reader cannot do until it is settled. */
  text: string;
}

/** Why something waits: the samples on whose appraisals it stands, with what is the matter with each. */
export function FrozenNotice({ leads, text }: FrozenNoticeProps) {
  const { t } = useTranslation('appraisals');
  const frozen = frozenSamples(leads);
  if (frozen.length === 0) return null;
  return (
    <Alert color="red" role="note" icon={<IconSnowflake size={18} aria-hidden />} title={t('case.waits')}>
      {text}
      <ul className={classes.checked} aria-label={t('case.waits')}>
        {frozen.map(({ lead, sample, state }) => (
          <li key={`${lead} ${sample.id}`}>
            <Link to="/samples/$id" params={{ id: sample.id }} search={{}} className={classes.link}>
              {sample.reference}
            </Link>
            <CaseStateBadge state={state} />
            <span className={classes.code}>{lead}</span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
