import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { type CalendarActionFragment, OfflineActionState } from '@/gql/graphql';
import { addDays } from '@/lib/day';
import { useLiveRefresh } from '@/lib/live';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';

const CalendarActions = graphql(`
  query CalendarActions($filter: OfflineActionFilter!) {
    offlineActions(first: 100, filter: $filter, order: STARTS_FIRST) {
      nodes {
        ...CalendarAction
      }
      pageInfo {
        hasNextPage
      }
    }
  }
  fragment CalendarAction on OfflineAction {
    id
    reference
    title
    state
    window {
      ...ActionWindowText
    }
  }
`);

/** What has no day: given up, or put off until it gets another one. */
const DAYLESS: OfflineActionState[] = ['CANCELLED', 'POSTPONED'];
const STATES = Object.values(OfflineActionState).filter((state) => !DAYLESS.includes(state));

interface Range {
  dueFrom: string;
  dueTo: string;
}

/** The offline actions in a range of days, as far as the viewer sees such. */
export function useActionWindows({ dueFrom, dueTo }: Range, mine: boolean) {
  const reads = may(useViewer(), 'OFFLINE_ACTION_READ');
  const [{ data, error }, reload] = useQuery({
    query: CalendarActions,
    variables: {
      filter: { states: STATES, endsFrom: dueFrom, startsTo: dueTo, mine: mine || undefined },
    },
    pause: !reads,
    requestPolicy: 'cache-and-network',
  });
  const again = () => {
    if (reads) reload({ requestPolicy: 'network-only' });
  };
  useLiveRefresh(undefined, again);
  const page = data?.offlineActions;
  return {
    actions: page?.nodes ?? [],
    more: page?.pageInfo.hasNextPage ?? false,
    error: page ? undefined : error,
    again,
  };
}

/** Longer than any view. */
const MOST_DAYS = 42;

/** On which days it is, by the clock at its sites: what ends at midnight is not there on the day that begins. */
export function daysOfWindow({ startsLocal, endsLocal }: { startsLocal: string; endsLocal: string }): string[] {
  const first = startsLocal.slice(0, 10);
  const end = endsLocal.slice(0, 10);
  const last = endsLocal.slice(11, 16) === '00:00' && end > first ? addDays(end, -1) : end;
  const days = [first];
  while (days.length < MOST_DAYS && (days.at(-1) ?? last) < last) days.push(addDays(days.at(-1) ?? last, 1));
  return days;
}

/** By their days. */
export function actionsByDay(actions: readonly CalendarActionFragment[]): Map<string, CalendarActionFragment[]> {
  const found = new Map<string, CalendarActionFragment[]>();
  for (const action of actions)
    for (const day of action.window ? daysOfWindow(action.window) : [])
      found.set(day, [...(found.get(day) ?? []), action]);
  return found;
}
