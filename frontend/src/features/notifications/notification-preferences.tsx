import { Checkbox, Skeleton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { NotificationKind } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';

const NotificationPreferencesQuery = graphql(`
  query NotificationPreferences {
    notificationPreferences {
      kind
      wanted
      mayBeOff
    }
  }
`);

const SetNotificationPreference = graphql(`
  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {
    setNotificationPreference(input: $input) {
      preferences {
        kind
        wanted
        mayBeOff
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Chosen = Partial<Record<NotificationKind, boolean>>;

function without(chosen: Chosen, done: readonly { kind: NotificationKind }[]): Chosen {
  const rest = { ...chosen };
  for (const { kind } of done) delete rest[kind];
  return rest;
}

/** Of what one is told in the portal; each is saved when it is ticked, and shows what was chosen meanwhile. */
export function NotificationPreferences() {
  const { t } = useTranslation('notifications');
  const [{ data, error }, reload] = useQuery({ query: NotificationPreferencesQuery });
  const { run } = useCommand(SetNotificationPreference);
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const [chosen, setChosen] = useState<Chosen>({});
  // What was chosen stands until the server's list says the same: the list that is read again comes after the answer.
  useEffect(() => {
    const known = data?.notificationPreferences ?? [];
    setChosen((now) => {
      const done = known.filter(({ kind, wanted }) => now[kind] === wanted);
      return done.length > 0 ? without(now, done) : now;
    });
  }, [data]);
  const set = async (kind: NotificationKind, wanted: boolean) => {
    setChosen((now) => ({ ...now, [kind]: wanted }));
    const outcome = await run({ input: { kind, wanted } });
    if (outcome.ok) return;
    setChosen((now) => (now[kind] === wanted ? without(now, [{ kind }]) : now));
    void notify(failureText(outcome.failure));
  };
  return (
    <Section title={t('preferences.title')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('preferences.text')}
      </Text>
      {data ? (
        <Stack gap="sm" aria-busy={Object.keys(chosen).length > 0}>
          {data.notificationPreferences.map(({ kind, wanted, mayBeOff }) => (
            <Checkbox
              key={kind}
              label={t(`preferences.kinds.${kind}`)}
              description={mayBeOff ? undefined : t('preferences.always')}
              checked={chosen[kind] ?? wanted}
              disabled={!mayBeOff}
              onChange={({ currentTarget }) => void set(kind, currentTarget.checked)}
            />
          ))}
        </Stack>
      ) : error ? (
        <ShortFailure error={error} retry={refresh} />
      ) : (
        <Stack gap="sm" aria-busy>
          {[60, 75, 50].map((width) => (
            <Skeleton key={width} h={12} w={`${width}%`} />
          ))}
        </Stack>
      )}
    </Section>
  );
}
