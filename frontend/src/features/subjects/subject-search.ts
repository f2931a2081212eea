import { IdentifierStrength, SubjectKind } from '@/gql/graphql';
import { keysetParams } from '@/lib/keyset';
import { many, one, searchShape, text } from '@/lib/search-params';

/** What somebody is known by is not among them: the address stands in the browser's history and in servers' logs. */
export const subjectListSearch = searchShape({ ...keysetParams, kinds: many(SubjectKind), name: text });

const SubjectTab = { network: 'network' } as const;
const SubjectDialog = {
  CHANGE: 'CHANGE',
  REMOVE: 'REMOVE',
  REVEAL: 'REVEAL',
  IDENTIFIERS: 'IDENTIFIERS',
  LINK: 'LINK',
} as const;
export type SubjectDialog = (typeof SubjectDialog)[keyof typeof SubjectDialog];

export const STEPS = { 1: '1', 2: '2', 3: '3', 4: '4', 5: '5', 6: '6' } as const;
const Shape = { table: 'table' } as const;

/** The tab, the dialog and what the network shows are in the address: they can be linked to and the back button works. */
export const subjectPageSearch = searchShape({
  do: one(SubjectDialog),
  tab: one(SubjectTab),
  steps: one(STEPS),
  kinds: many(SubjectKind),
  strengths: many(IdentifierStrength),
  as: one(Shape),
});
