import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PackageContent } from '@/features/referrals/package-content';
import { ReferralFeedback } from '@/features/referrals/referral-feedback';
import { ReferralStateBadge } from '@/features/referrals/referral-state';
import type { GuestReferralFragment } from '@/gql/graphql';
import { askPublicly } from '@/lib/public-command';
import { TlpBadge } from '@/ui/tlp-badge';
import { GuestAnswers } from './guest-answers';
import { GuestFacts, GuestHistory } from './guest-facts';
import { GuestFrame } from './guest-frame';
import { GuestReferralQuery } from './guest-referral';
import classes from './guests.module.css';
import { type GuestPageProps, useGuest } from './use-guest';

async function read(token: string) {
  const { data, error } = await askPublicly(GuestReferralQuery, {}, token);
  return { found: data?.guestReferral, error };
}

export function GuestReferralPage(props: GuestPageProps) {
  const { found, failed, show, reload } = useGuest<GuestReferralFragment>(props, read);
  const { session, onEnd } = props;
  return (
    <GuestFrame
      session={session}
      title={found?.title}
      timeZone={found?.timeZone}
      failed={failed}
      onReload={() => void reload()}
      onEnd={onEnd}
    >
      {found ? <GuestReferral {...props} referral={found} onAnswered={show} reload={reload} /> : null}
    </GuestFrame>
  );
}

interface GuestReferralProps extends GuestPageProps {
  referral: GuestReferralFragment;
  onAnswered: (referral: GuestReferralFragment) => void;
  reload: () => Promise<void>;
}

function GuestReferral({ referral, session, onAnswered, onEnd, reload }: GuestReferralProps) {
  const { t } = useTranslation('referrals');
  return (
    <>
      <div>
        <span className={classes.reference}>{referral.reference}</span>
        <Title order={1} fz="xl">
          {referral.title}
        </Title>
        <div className={classes.badges}>
          <ReferralStateBadge state={referral.state} />
          <TlpBadge tlp={referral.tlp} />
        </div>
      </div>
      {referral.stopReason ? (
        <div className={classes.notice} role="note">
          <Text size="sm" fw={600}>
            {t(referral.retractedAt ? 'stopped.retracted' : 'stopped.withdrawn')}
          </Text>
          <Text size="sm">{referral.stopReason}</Text>
        </div>
      ) : null}
      <GuestFacts referral={referral} />
      <GuestAnswers
        referral={referral}
        token={session.token}
        onAnswered={onAnswered}
        onEnded={() => onEnd('ended')}
        onStale={() => void reload()}
      />
      {referral.package ? <PackageContent content={referral.package} /> : null}
      <ReferralFeedback referral={{ ...referral, feedbackOverdue: false }} />
      <GuestHistory referral={referral} />
    </>
  );
}
