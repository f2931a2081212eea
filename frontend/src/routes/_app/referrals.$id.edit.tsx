import { createFileRoute } from '@tanstack/react-router';
import { EditReferralPage } from '@/features/referrals/builder/edit-referral-page';

export const Route = createFileRoute('/_app/referrals/$id/edit')({ component: EditReferralPage });
