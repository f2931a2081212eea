import { Alert, Button, Radio, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconMailOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { DigestFrequency, NotificationChannel, type NotificationKind } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import { useViewer } from '@/lib/viewer';
import { notify } from '@/ui/notify';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import classes from './notification-preferences.module.css';
import { goesBy, isChanged, type Preference, usePreferences } from './preferences';
import { byTopic } from './topics';

const SetNotificationPreference = graphql(`
  mutation SetNotificationPreference($input: SetNotificationPreferenceInput!) {
    setNotificationPreference(input: $input) {
      preferences {
        kind
        channel
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const ResetNotificationPreferences = graphql(`
  mutation ResetNotificationPreferences {
    resetNotificationPreferences {
      preferences {
        kind
        channel
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const CHANNELS = Object.values(NotificationChannel);

type Chosen = Partial<Record<NotificationKind, NotificationChannel>>;

function without(chosen: Chosen, kinds: readonly NotificationKind[]): Chosen {
  const rest = { ...chosen };
  for (const kind of kinds) delete rest[kind];
  return rest;
}

type Choose = (kind: NotificationKind, channel: NotificationChannel) => void;

/** How one is told of what: each choice is saved when it is made, and shows what was chosen meanwhile. */
export function NotificationPreferences() {
  const { t } = useTranslation('notifications');
  const [{ data, error }, reload] = usePreferences();
  const set = useCommand(SetNotificationPreference);
  const reset = useCommand(ResetNotificationPreferences);
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const [chosen, setChosen] = useState<Chosen>({});
  // One after the other: the arrow keys choose faster than the server answers, and the last choice has to stay.
  const saving = useRef(Promise.resolve());

  const save = async (kind: NotificationKind, channel: NotificationChannel) => {
    const outcome = await set.run({ input: { kind, channel } });
    if (outcome.ok) return;
    setChosen((now) => (now[kind] === channel ? without(now, [kind]) : now));
    void notify(failureText(outcome.failure));
  };
  // What was chosen stands until the server's list says the same.
  useEffect(() => {
    const known = data?.notificationPreferences ?? [];
    setChosen((now) => {
      const done = known.filter(({ kind, channel }) => now[kind] === channel).map(({ kind }) => kind);
      return done.length > 0 ? without(now, done) : now;
    });
  }, [data]);
  const choose: Choose = (kind, channel) => {
    setChosen((now) => ({ ...now, [kind]: channel }));
    saving.current = saving.current.then(() => save(kind, channel));
  };
  const back = async () => {
    const outcome = await reset.run({});
    if (outcome.ok) setChosen({});
    void notify(outcome.ok ? t('preferences.resetDone') : failureText(outcome.failure));
  };

  const shown = data?.notificationPreferences.map((each) => ({ ...each, channel: chosen[each.kind] ?? each.channel }));
  return (
    <Section
      title={t('preferences.title')}
      actions={
        shown && isChanged(shown) ? (
          <Button variant="default" size="xs" loading={reset.running} onClick={() => void back()}>
            {t('preferences.reset')}
          </Button>
        ) : null
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t('preferences.text')}
      </Text>
      {shown ? (
        <Stack gap="md" aria-busy={set.running || reset.running}>
          <NoDigest preferences={shown} />
          <Choices preferences={shown} choose={choose} />
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

/** Says that what is to stand in the digest comes by none, where one has no daily or weekly one. */
function NoDigest({ preferences }: { preferences: readonly Preference[] }) {
  const { t } = useTranslation('notifications');
  const { digest } = useViewer().settings;
  const has = digest === DigestFrequency.Daily || digest === DigestFrequency.Weekly;
  if (has || !goesBy(preferences, NotificationChannel.Digest)) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconMailOff size={16} />}>
      {t('preferences.noDigest')}
    </Alert>
  );
}

interface ChoicesProps {
  preferences: readonly Preference[];
  choose: Choose;
}

/** A table of what by how; on a phone one choice under the other. */
function Choices({ preferences, choose }: ChoicesProps) {
  const { t } = useTranslation('notifications');
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  if (phone) {
    return (
      <Stack gap="lg">
        {byTopic(preferences).map(([topic, of]) => (
          <section key={topic} aria-label={t(`topics.${topic}`)}>
            <h3 className={classes.topic}>{t(`topics.${topic}`)}</h3>
            <Stack gap="sm">
              {of.map((preference) => (
                <ChannelSelect key={preference.kind} preference={preference} choose={choose} />
              ))}
            </Stack>
          </section>
        ))}
      </Stack>
    );
  }
  return (
    <table className={classes.table} aria-label={t('preferences.title')}>
      <thead className={classes.columns}>
        <tr>
          <th scope="col">{t('preferences.what')}</th>
          {CHANNELS.map((channel) => (
            <th key={channel} scope="col" className={classes.channel} title={t(`channelHints.${channel}`)}>
              {t(`channels.${channel}`)}
            </th>
          ))}
        </tr>
      </thead>
      {byTopic(preferences).map(([topic, of]) => (
        <tbody key={topic}>
          <tr>
            <th scope="rowgroup" colSpan={CHANNELS.length + 1} className={classes.topic}>
              {t(`topics.${topic}`)}
            </th>
          </tr>
          {of.map((preference) => (
            <ChannelRow key={preference.kind} preference={preference} choose={choose} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface ChoiceProps {
  preference: Preference;
  choose: Choose;
}

/** What there is to know of a choice: that it cannot be none, and what it is for who makes none. */
function useHint({ mayBeOff, channel, usual }: Preference): string | undefined {
  const { t } = useTranslation('notifications');
  if (channel !== usual) return t('preferences.usual', { channel: t(`channels.${usual}`) });
  return mayBeOff ? undefined : t('preferences.always');
}

function ChannelRow({ preference, choose }: ChoiceProps) {
  const { t } = useTranslation('notifications');
  const { labelled } = useFormats();
  const hint = useHint(preference);
  const { kind, channel, channels } = preference;
  const what = t(`preferences.kinds.${kind}`);
  return (
    <tr>
      <th scope="row" className={classes.what}>
        {what}
        {hint ? <span className={classes.hint}>{hint}</span> : null}
      </th>
      {CHANNELS.map((each) => (
        <td key={each} className={classes.channel}>
          <Radio
            name={`channel-${kind}`}
            aria-label={labelled(what, t(`channels.${each}`))}
            checked={each === channel}
            disabled={!channels.includes(each)}
            onChange={() => choose(kind, each)}
            classNames={{ inner: classes.radio }}
          />
        </td>
      ))}
    </tr>
  );
}

function ChannelSelect({ preference, choose }: ChoiceProps) {
  const { t } = useTranslation('notifications');
  const hint = useHint(preference);
  const { kind, channel, channels } = preference;
  return (
    <Select
      label={t(`preferences.kinds.${kind}`)}
      description={hint}
      allowDeselect={false}
      value={channel}
      onChange={(value) => choose(kind, value as NotificationChannel)}
      data={channels.map((value) => ({ value, label: t(`channels.${value}`) }))}
    />
  );
}
