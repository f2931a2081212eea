import type {
  AffectedPartyNotification,
  Attribution,
  LeadHandlingFragment,
  LeadHandlingInput,
  PermittedActions,
} from '@/gql/graphql';
import { endOf, lastDayOf } from '@/lib/day';

/** How a lead may be used, by the contract's names; the end as a day, empty where there is none. */
export interface HandlingValues {
  permittedActions: PermittedActions;
  affectedPartyNotification: AffectedPartyNotification;
  attribution: Attribution;
  usableUntil: string;
}

/** What the server takes where nothing is said. */
export const USUAL_HANDLING: HandlingValues = {
  permittedActions: 'DIRECT',
  affectedPartyNotification: 'MUST_NOT',
  attribution: 'MAY',
  usableUntil: '',
};

export function handlingValues({ usableUntil, ...handling }: LeadHandlingFragment): HandlingValues {
  return { ...handling, usableUntil: usableUntil ? lastDayOf(usableUntil) : '' };
}

export function handlingInput({ usableUntil, ...handling }: HandlingValues, now?: string | null): LeadHandlingInput {
  return { ...handling, usableUntil: endOf(usableUntil, now) };
}
