import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferralRowFragment } from '@/gql/graphql';
import { useLocalName } from '@/lib/local-name';
import { type Column, DataTable } from '@/ui/data-table';
import { TlpBadge } from '@/ui/tlp-badge';
import { ClockBadge } from './referral-clock';
import { ReferralStateBadge } from './referral-state';
import classes from './referrals.module.css';

graphql(`
  fragment ReferralRow on Referral {
    id
    reference
    title
    state
    side
    tlp
    organization {
      id
      name
      nameZh
    }
    agency {
      id
      organization {
        id
        name
        nameZh
      }
    }
    feedbackOverdue
    ...ReferralClocks
  }
`);

interface ReferralTableProps {
  label: string;
  referrals: readonly ReferralRowFragment[] | undefined;
  empty: ReactNode;
}

export function ReferralTable({ label, referrals, empty }: ReferralTableProps) {
  const columns = useReferralColumns();
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={referrals}
      rowKey={({ id }) => id}
      link={({ id }) => ({ to: '/referrals/$id', params: { id }, search: {} })}
      empty={empty}
    />
  );
}

/** The clock that runs, or ran last: first that of the receipt, then that of the decision. */
export function RunningClock({ referral }: { referral: ReferralRowFragment }) {
  const { t } = useTranslation('referrals');
  const { receipt, decision, pausedSince, feedbackOverdue, state } = referral;
  if (feedbackOverdue) return <span className={classes.dimmed}>{t('clock.feedback')}</span>;
  if (state === 'WITHDRAWN' || state === 'CLOSED') return null;
  const clock = decision ?? receipt;
  return clock ? <ClockBadge clock={clock} paused={Boolean(pausedSince)} /> : null;
}

function useReferralColumns(): Column<ReferralRowFragment>[] {
  const { t } = useTranslation('referrals');
  const localName = useLocalName();
  return [
    {
      key: 'reference',
      header: t('fields.reference'),
      width: 128,
      render: ({ reference }) => <span className={classes.code}>{reference}</span>,
    },
    { key: 'title', header: t('fields.title'), primary: true, render: ({ title }) => title },
    {
      key: 'other',
      header: t('fields.otherSide'),
      width: 240,
      render: ({ side, organization, agency }) => (
        <span className={classes.dimmed}>{localName(side === 'AGENCY' ? organization : agency.organization)}</span>
      ),
    },
    {
      key: 'state',
      header: t('fields.state'),
      width: 168,
      render: ({ state }) => <ReferralStateBadge state={state} />,
    },
    { key: 'due', header: t('fields.due'), width: 168, render: (referral) => <RunningClock referral={referral} /> },
    { key: 'tlp', header: 'TLP', width: 148, from: 'md', render: ({ tlp }) => <TlpBadge tlp={tlp} /> },
  ];
}
