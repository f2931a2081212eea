import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { NotificationChannel, NotificationPreferencesQuery } from '@/gql/graphql';

const NotificationPreferencesDocument = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      kind
      mayBeOff
      channel
      usual
      channels
    }
  }
`);

export type Preference = NotificationPreferencesQuery['notificationPreferences'][number];

/** How one is told, of every kind there is. */
export function usePreferences() {
  return useQuery({ query: NotificationPreferencesDocument });
}

/** Whether something was chosen otherwise than it is for who chooses nothing. */
export function isChanged(preferences: readonly Preference[]): boolean {
  return preferences.some(({ channel, usual }) => channel !== usual);
}

/** Whether something is told by this channel. */
export function goesBy(preferences: readonly Preference[] | undefined, channel: NotificationChannel): boolean {
  return preferences?.some((preference) => preference.channel === channel) ?? false;
}
