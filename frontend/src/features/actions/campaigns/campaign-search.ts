import { keysetParams } from '@/lib/keyset';
import { one, searchShape } from '@/lib/search-params';

const CampaignStep = { CHANGE: 'CHANGE', CLOSE: 'CLOSE', REOPEN: 'REOPEN' } as const;
export type CampaignStep = (typeof CampaignStep)[keyof typeof CampaignStep];

export const campaignListSearch = searchShape(keysetParams);

/** The dialog is in the address: it can be linked to and the back button closes it. */
export const campaignPageSearch = searchShape({ do: one(CampaignStep) });
