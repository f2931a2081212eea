import {
  type InfringementType,
  RulePackKind,
  type ScreenedListingFilter,
  type ScreenedListingOrder,
  ScreenedListingState,
} from '@/gql/graphql';
import { many, one } from '@/lib/search-params';
import type { QueueSearch, StudioSearch } from './screening-search';

/** The kinds of infringement that screening tells apart. */
export const SCREENED_TYPES = [
  'COUNTERFEIT',
  'LOGO_OBSCURED',
  'LOOKALIKE_SHANZHAI',
  'KEYWORD_STUFFING',
  'REPEAT_INFRINGEMENT',
  'STOLEN_IMAGE',
] as const satisfies InfringementType[];
export type ScreenedType = (typeof SCREENED_TYPES)[number];

const readStates = many(ScreenedListingState);
const readTypes = many(Object.fromEntries(SCREENED_TYPES.map((type) => [type, type])) as Record<string, ScreenedType>);

/** Where nobody asks for other states, what waits is looked at. */
const WAITING: ScreenedListingState[] = ['QUEUED'];

export interface Asked extends ScreenedListingFilter {
  states: ScreenedListingState[];
}

/** What of the address means something. */
export function asked({ brands, states, types, least, watched }: QueueSearch): Asked {
  return {
    brandIds: brands,
    states: readStates(states) ?? WAITING,
    infringementTypes: readTypes(types),
    leastScore: least,
    watched,
  };
}

export const statesOf = ({ states }: QueueSearch) => readStates(states);
export const typesOf = ({ types }: QueueSearch) => readTypes(types);

export function orderOf({ latest }: QueueSearch): ScreenedListingOrder {
  return latest ? 'LATEST' : 'SCORE';
}

export const StudioPart = { RULES: 'RULES', MODELS: 'MODELS', RELEASES: 'RELEASES' } as const;
export type StudioPart = (typeof StudioPart)[keyof typeof StudioPart];

const StudioDo = { RELEASE: 'RELEASE', ROLL_BACK: 'ROLL_BACK' } as const;
const readPart = one(StudioPart);
const readKind = one(RulePackKind);
const readDo = one(StudioDo);

/** The studio's address, with what is looked at where nobody says. */
export function studioOf(search: StudioSearch) {
  return {
    part: readPart(search.part) ?? StudioPart.RULES,
    kind: readKind(search.kind) ?? RulePackKind.General,
    act: readDo(search.do),
  };
}
