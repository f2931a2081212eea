import { createFileRoute } from '@tanstack/react-router';
import { ReferralPage } from '@/features/referrals/referral-page';
import { referralPageSearch } from '@/features/referrals/referral-search';

export const Route = createFileRoute('/_app/referrals/$id/')({
  validateSearch: referralPageSearch,
  component: ReferralPage,
});
