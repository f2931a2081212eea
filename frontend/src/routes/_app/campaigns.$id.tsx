import { createFileRoute } from '@tanstack/react-router';
import { CampaignPage } from '@/features/actions/campaigns/campaign-page';
import { campaignPageSearch } from '@/features/actions/campaigns/campaign-search';

export const Route = createFileRoute('/_app/campaigns/$id')({
  validateSearch: campaignPageSearch,
  component: CampaignPage,
});
