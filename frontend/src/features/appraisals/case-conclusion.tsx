import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import { AppraisalList } from './appraisal-list';
import { ConclusionPanel } from './conclusion-panel';

const CaseConclusionQuery = graphql(`
  query CaseConclusion($purchaseId: ID!) {
    purchase(id: $purchaseId) {
      id
      appraisals {
        ...AppraisalLine
      }
      conclusion {
        ...ConclusionOf
      }
    }
  }
`);

/** What the samples of a purchase were found to be, for its page; asks for itself, and is not there before somebody was asked. */
export function CaseConclusion({ purchaseId }: { purchaseId: string }) {
  const { t } = useTranslation('appraisals');
  const reads = may(useViewer(), 'APPRAISAL_READ');
  const [{ data, error }, reload] = useQuery({ query: CaseConclusionQuery, variables: { purchaseId }, pause: !reads });
  useLiveRefresh(undefined, () => reload({ requestPolicy: 'network-only' }));
  if (error && !data) return <ShortFailure error={error} retry={reload} />;
  const appraisals = data?.purchase?.appraisals ?? [];
  return (
    <>
      {data?.purchase?.conclusion ? <ConclusionPanel conclusion={data.purchase.conclusion} /> : null}
      {appraisals.length > 0 ? (
        <Section title={t('title')} count={appraisals.length}>
          <AppraisalList label={t('title')} appraisals={appraisals} />
        </Section>
      ) : null}
    </>
  );
}
