import { Navigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { hasErrorCode } from '@/lib/errors';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';

const LeadByIdQuery = graphql(`
  query LeadById($id: ID!) {
    lead(id: $id) {
      id
      reference
    }
  }
`);

/** Mails lead to a lead by its id: whoever may not see it any more must not learn more of it. */
export function isLeadId(text: string): boolean {
  return text.startsWith('lead_');
}

export function LeadById({ id }: { id: string }) {
  const [{ data, error }, reload] = useQuery({ query: LeadByIdQuery, variables: { id } });
  if (data?.lead) return <Navigate to="/leads/$reference" params={{ reference: data.lead.reference }} replace />;
  const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
  if (data?.lead === null || missing) return <RouteMissing />;
  return error ? <QueryFailure error={error} retry={reload} /> : null;
}
