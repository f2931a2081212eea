import { isReference } from '@/lib/reference';

/** What is typed before an emergency is asked for. */
export interface AskValues extends Record<string, unknown> {
  reference: string;
  personId: string | null;
  hours: string;
  reason: string;
}

export const MOST_HOURS = 72;
export const SHORTEST_REASON = 20;
export const LONGEST_REASON = 2000;

/** Which fields cannot be sent as they are; the server looks at all of them again. */
export function faultsIn({ reference, personId, hours, reason }: AskValues) {
  const open = /^\d+$/.test(hours.trim()) ? Number(hours) : 0;
  return {
    reference: !isReference(reference),
    personId: !personId,
    hours: open < 1 || open > MOST_HOURS,
    reason: [...reason.trim()].length < SHORTEST_REASON,
  };
}

export function askInput({ reference, personId, hours, reason }: AskValues) {
  return {
    reference: reference.trim().toUpperCase(),
    personId: personId ?? '',
    hours: Number(hours),
    reason: reason.trim(),
  };
}
