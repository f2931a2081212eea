import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InfoAnswerDialog } from '@/features/deliveries/info-answer-dialog';
import { graphql } from '@/gql';
import type { InfoRequestFragment, LeadQuestionsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './lead-items.module.css';

graphql(`
  fragment LeadQuestions on Lead {
    id
    allowedActions
    infoRequests {
      ...InfoRequest
    }
  }
  fragment InfoRequest on InfoRequest {
    deliveryId
    question
    askedAt
    version
  }
`);

interface LeadQuestionsProps {
  lead: LeadQuestionsFragment;
  onStale: () => void;
}

/** What recipients want to know before they answer; they stay unnamed, and their clock stands still. */
export function LeadQuestions({ lead, onStale }: LeadQuestionsProps) {
  const { t } = useTranslation('deliveries');
  const { relative } = useFormats();
  const [open, setOpen] = useState<InfoRequestFragment | null>(null);
  if (lead.infoRequests.length === 0) return null;
  const current = lead.infoRequests.find(({ deliveryId }) => deliveryId === open?.deliveryId);
  return (
    <Section title={t('info.waiting')} count={lead.infoRequests.length}>
      <ul className={classes.list}>
        {lead.infoRequests.map((request) => (
          <li key={request.deliveryId} className={classes.item}>
            <div className={classes.line}>
              <span className={classes.title}>{request.question}</span>
              <span className={classes.price}>{relative(request.askedAt)}</span>
            </div>
            {lead.allowedActions.includes('ANSWER_INFO_REQUEST') ? (
              <Button mt={8} onClick={() => setOpen(request)}>
                {t('info.title')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {current ? <InfoAnswerDialog request={current} onClose={() => setOpen(null)} onStale={onStale} /> : null}
    </Section>
  );
}
