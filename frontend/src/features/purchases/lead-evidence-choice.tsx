import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AddEvidence } from '@/features/evidence/add-evidence';
import { graphql } from '@/gql';
import type { EvidenceKind } from '@/gql/graphql';

const EvidenceForPurchase = graphql(`
  query EvidenceForPurchase($id: ID!) {
    lead(id: $id) {
      id
      tlp
      allowedActions
      evidence(first: 100) {
        nodes {
          id
          title
          kind
        }
      }
    }
  }
`);

/** What lies with a lead, to be chosen from by its kind; it is read again after something was added. */
export function useLeadEvidence(leadId: string | undefined) {
  const { t } = useTranslation('evidence');
  const [{ data }] = useQuery({ query: EvidenceForPurchase, variables: { id: leadId ?? '' }, pause: !leadId });
  const lead = data?.lead;
  const of = (kinds?: readonly EvidenceKind[]) =>
    (lead?.evidence.nodes ?? [])
      .filter(({ kind }) => !kinds || kinds.includes(kind))
      .map(({ id, title, kind }) => ({ value: id, label: `${title} · ${t(`kinds.${kind}`)}` }));
  return { lead, of };
}

/** Adds to the evidence of the lead without leaving the dialog: what is sent within must not send the form around it. */
export function AddLeadEvidence({ lead }: { lead: ReturnType<typeof useLeadEvidence>['lead'] }) {
  if (!lead?.allowedActions.includes('ADD_EVIDENCE')) return null;
  return (
    <div onSubmit={(event) => event.stopPropagation()}>
      <AddEvidence leadId={lead.id} tlp={lead.tlp} />
    </div>
  );
}
