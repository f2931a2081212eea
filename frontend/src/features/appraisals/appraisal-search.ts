import { AppraisalState, type AppraisalStep } from '@/gql/graphql';
import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { flag, many, one, type SearchOf, searchShape, step, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

/** Whose appraisals are listed; the one is left out that the person's work is. */
const AppraisalScope = { MINE: 'MINE', ALL: 'ALL' } as const;

const shape = {
  ...keysetParams,
  scope: one(AppraisalScope),
  ended: flag,
  overdue: flag,
  states: many(AppraisalState),
  organization: text,
};

export type AppraisalSearch = SearchOf<typeof shape>;
export const appraisalSearch = searchShape(shape);

/** On which somebody still has to do something. */
const OPEN: AppraisalState[] = [
  'ORDERED',
  'TAKEN_UP',
  'IN_PROGRESS',
  'REPORTED',
  'AGREED',
  'CONTESTED',
  'REINSPECTION',
];
/** What an appraiser has still to do: the report ends it, unless it is contested. */
const MY_OPEN: AppraisalState[] = ['ORDERED', 'TAKEN_UP', 'IN_PROGRESS'];

/** The address as the query's variables. `mine` says whether they are the person's own. */
export function appraisalFilter({ ended, overdue, states, organization }: AppraisalSearch, mine: boolean) {
  return {
    mine: mine || undefined,
    states: states ?? (ended || overdue ? undefined : mine ? MY_OPEN : OPEN),
    overdue,
    organizationId: mine ? undefined : organization,
  };
}

/** The dialog on the page of an appraisal is in the address, and the versions that are compared. */
export const appraisalPageSearch = searchShape({ do: step<AppraisalStep>(), left: text, right: text });

export const appraiserFiguresSearch = searchShape({ from: day, until: day });
