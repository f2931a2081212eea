import { createFileRoute } from '@tanstack/react-router';
import { ReferralListPage } from '@/features/referrals/referral-list-page';
import { referralSearch } from '@/features/referrals/referral-search';

export const Route = createFileRoute('/_app/referrals/')({
  validateSearch: referralSearch,
  component: ReferralListPage,
});
