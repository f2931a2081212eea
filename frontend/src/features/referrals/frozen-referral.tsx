import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FrozenNotice } from '@/features/appraisals/frozen-notice';
import { graphql } from '@/gql';
import type { ReferralState } from '@/gql/graphql';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

const FrozenReferralQuery = graphql(`
  query FrozenReferral($id: ID!) {
    referral(id: $id) {
      id
      content {
        leads {
          ...FrozenLead
        }
      }
    }
  }
`);

/** What was sent before goes on. */
const WAITING: readonly ReferralState[] = ['DRAFT', 'PENDING_APPROVAL', 'APPROVED'];

/** Says why a referral is not approved or sent: appraisals of what was bought for its leads are not settled. */
export function FrozenReferral({ referral }: { referral: { id: string; state: ReferralState } }) {
  const { t } = useTranslation('referrals');
  const { id, state } = referral;
  const reads = may(useViewer(), 'APPRAISAL_READ');
  const pause = !WAITING.includes(state) || !reads;
  const [{ data }, reload] = useQuery({ query: FrozenReferralQuery, variables: { id }, pause });
  useLiveRefresh(undefined, () => {
    if (!pause) reload({ requestPolicy: 'network-only' });
  });
  return pause ? null : <FrozenNotice leads={data?.referral?.content?.leads ?? []} text={t('frozen')} />;
}
