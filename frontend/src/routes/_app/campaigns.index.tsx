import { createFileRoute } from '@tanstack/react-router';
import { CampaignListPage } from '@/features/actions/campaigns/campaign-list-page';
import { campaignListSearch } from '@/features/actions/campaigns/campaign-search';

export const Route = createFileRoute('/_app/campaigns/')({
  validateSearch: campaignListSearch,
  component: CampaignListPage,
});
