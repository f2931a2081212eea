import { type ImportReason, type ImportVerdict, LeadImportOutcome } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { flag, many, searchShape, text } from '@/lib/search-params';

/** The file that is being prepared is in the address, so that a reload goes on with it. */
export const importsSearch = searchShape({ ...keysetParams, file: text });

export const importSearch = searchShape({
  ...keysetParams,
  parts: flag,
  outcomes: many(LeadImportOutcome),
});

/** What the report of a dry run shows. */
export interface ReportFilter {
  leadsOnly: boolean;
  verdicts: ImportVerdict[] | undefined;
  reasons: ImportReason[] | undefined;
}
