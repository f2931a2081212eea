import { OfflineActionKind, type OfflineActionState, type OfflineActionStep, StatisticsScope } from '@/gql/graphql';
import { isDay } from '@/lib/day';
import { keysetParams } from '@/lib/keyset';
import { flag, many, one, searchShape, step, text } from '@/lib/search-params';

const day = (raw: unknown) => (typeof raw === 'string' && isDay(raw) ? raw : undefined);

export const actionBoardSearch = searchShape({ mine: flag, kinds: many(OfflineActionKind), campaign: text });

/** The dialog on an action's page is in the address: it can be linked to and the back button closes it. */
export const actionPageSearch = searchShape({ do: step<OfflineActionStep>() });

/** The board from left to right: what is proposed, made ready, under way, told of, over. */
export const COLUMNS = {
  proposed: ['PROPOSED', 'DECONFLICTING'],
  ready: ['PLANNED', 'APPROVED', 'SCHEDULED', 'POSTPONED'],
  running: ['IN_PROGRESS', 'EXECUTED'],
  outcome: ['OUTCOME_RECORDED', 'OUTCOME_VERIFIED', 'FOLLOW_UP'],
  over: ['CLOSED', 'ABORTED', 'CANCELLED'],
} as const satisfies Record<string, readonly OfflineActionState[]>;
export type ActionColumn = keyof typeof COLUMNS;

export const deconflictionSearch = searchShape({ ...keysetParams, all: flag });

export const statisticsSearch = searchShape({ from: day, to: day, scope: one(StatisticsScope) });
