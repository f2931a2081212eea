import type { DeliveryAction, DeliveryState } from '@/gql/graphql';

/** The columns of the board, in the order of a delivery's life. */
export const COLUMNS = {
  waiting: ['PUSHED', 'VIEWED'],
  taken: ['ACKNOWLEDGED'],
  asked: ['NEEDS_INFO'],
  overdue: ['OVERDUE'],
  expired: ['EXPIRED'],
  answered: ['ANSWERED', 'CLOSED'],
} as const satisfies Record<string, readonly DeliveryState[]>;
export type Column = keyof typeof COLUMNS;

/** What brings a delivery into a column: through this action's dialog. The others it reaches by itself, in time. */
const ACTIONS: Partial<Record<Column, readonly DeliveryAction[]>> = {
  taken: ['ACKNOWLEDGE'],
  asked: ['ANSWER'],
  answered: ['ANSWER', 'SETTLE'],
  waiting: ['SETTLE'],
};

/** The action by which a card may be moved into a column, as the server allows it; nothing where it may not. */
export function moveInto(
  column: Column,
  { state, allowedActions }: { state: DeliveryState; allowedActions: readonly DeliveryAction[] },
): DeliveryAction | null {
  if ((COLUMNS[column] as readonly DeliveryState[]).includes(state)) return null;
  return ACTIONS[column]?.find((action) => allowedActions.includes(action)) ?? null;
}
