import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { FrozenNotice } from '@/features/appraisals/frozen-notice';
import { graphql } from '@/gql';
import type { OfflineActionState } from '@/gql/graphql';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

const FrozenActionQuery = graphql(`
  query FrozenAction($id: ID!) {
    offlineAction(id: $id) {
      id
      leads {
        ...FrozenLead
      }
    }
  }
`);

/** Only the approval waits; what was approved goes on. */
const WAITING: readonly OfflineActionState[] = ['PROPOSED', 'DECONFLICTING', 'PLANNED'];

/** Says why an action cannot be approved: appraisals of what was bought for its leads are not settled. */
export function FrozenAction({ action }: { action: { id: string; state: OfflineActionState } }) {
  const { t } = useTranslation('actions');
  const { id, state } = action;
  const reads = may(useViewer(), 'APPRAISAL_READ');
  const pause = !WAITING.includes(state) || !reads;
  const [{ data }, reload] = useQuery({ query: FrozenActionQuery, variables: { id }, pause });
  useLiveRefresh(undefined, () => {
    if (!pause) reload({ requestPolicy: 'network-only' });
  });
  return pause ? null : <FrozenNotice leads={data?.offlineAction?.leads ?? []} text={t('frozen')} />;
}
