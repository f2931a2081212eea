import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { ReferralStateBadge } from './referral-state';
import { RunningClock } from './referral-table';
import classes from './referrals.module.css';

const LeadReferralsQuery = graphql(`
  query LeadReferrals($leadId: ID!) {
    referrals(first: 50, filter: { leadId: $leadId }) {
      nodes {
        ...ReferralRow
      }
      totalCount
    }
  }
`);

const NewReferralDialog = lazy(() => import('./dialogs/new-referral-dialog'));

interface LeadReferralsProps {
  lead: { id: string; title: string; state: string; country?: string | null; divisionCode?: string | null };
  /** Changes whenever something happens to the lead. */
  activity: unknown;
}

/** To which agencies a lead was referred, and what became of that; loaded after the page it stands on. */
export default function LeadReferrals({ lead, activity }: LeadReferralsProps) {
  const { t } = useTranslation('referrals');
  const viewer = useViewer();
  const navigate = useNavigate();
  const localName = useLocalName();
  const [making, setMaking] = useState(false);
  const drafts = may(viewer, 'REFERRAL_DRAFT') && lead.state !== 'DRAFT';
  const [{ data }, reload] = useQuery({ query: LeadReferralsQuery, variables: { leadId: lead.id } });
  useLiveRefresh(activity, () => reload({ requestPolicy: 'network-only' }));
  const referrals = data?.referrals.nodes ?? [];
  if (!data || (referrals.length === 0 && !drafts)) return null;
  return (
    <Section
      title={t('title')}
      count={data.referrals.totalCount}
      actions={
        drafts ? (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setMaking(true)}>
            {t('new')}
          </Button>
        ) : null
      }
    >
      {referrals.length > 0 ? (
        <ul className={classes.list} aria-label={t('title')}>
          {referrals.map((referral) => (
            <li key={referral.id} className={classes.item}>
              <Link to="/referrals/$id" params={{ id: referral.id }} search={{}} className={classes.link}>
                {referral.title}
              </Link>
              <span className={classes.dimmed}>{localName(referral.agency.organization)}</span>
              <ReferralStateBadge state={referral.state} />
              <RunningClock referral={referral} />
            </li>
          ))}
        </ul>
      ) : null}
      {making ? (
        <Suspense>
          <NewReferralDialog
            lead={lead}
            onClose={() => setMaking(false)}
            onCreated={(id) => void navigate({ to: '/referrals/$id/edit', params: { id } })}
          />
        </Suspense>
      ) : null}
    </Section>
  );
}
