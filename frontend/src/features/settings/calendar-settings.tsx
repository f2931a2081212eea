import { Button, CopyButton, Group, Skeleton, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { failureText } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';

const CalendarFeedQuery = graphql(`
  query CalendarFeed {
    calendarFeed {
      createdAt
      fetchedAt
    }
  }
`);

const CreateCalendarFeed = graphql(`
  mutation CreateCalendarFeed {
    createCalendarFeed {
      url
      feed {
        createdAt
        fetchedAt
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const RevokeCalendarFeed = graphql(`
  mutation RevokeCalendarFeed {
    revokeCalendarFeed {
      revoked
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** One's deadlines in another program's calendar, by a secret address that is shown once. */
export function CalendarSettings() {
  const { t } = useTranslation('settings');
  const { dateTime } = useFormats();
  const [{ data, error }, reload] = useQuery({ query: CalendarFeedQuery });
  const create = useCommand(CreateCalendarFeed);
  const revoke = useCommand(RevokeCalendarFeed);
  const [address, setAddress] = useState<string | null>(null);
  if (error && !data) return <QueryFailure error={error} retry={reload} />;
  const feed = data?.calendarFeed;

  const make = async () => {
    const outcome = await create.run({});
    if (outcome.ok) setAddress(outcome.payload.url ?? null);
    else void notify(failureText(outcome.failure));
  };
  const end = async () => {
    const outcome = await revoke.run({});
    if (outcome.ok) setAddress(null);
    void notify(outcome.ok ? t('calendar.revoked') : failureText(outcome.failure));
  };
  return (
    <Stack gap="md" px="var(--ts-edge)" py={20} maw={560} aria-busy={data === undefined}>
      <Section title={t('calendar.title')}>
        <Text size="sm" c="dimmed">
          {t('calendar.text')}
        </Text>
      </Section>
      {data === undefined ? (
        <Skeleton h={30} w={180} />
      ) : (
        <>
          {feed ? (
            <Text size="sm">
              {t('calendar.since', { at: dateTime(feed.createdAt) })}{' '}
              {feed.fetchedAt ? t('calendar.fetched', { at: dateTime(feed.fetchedAt) }) : t('calendar.neverFetched')}
            </Text>
          ) : null}
          {address ? (
            <Stack gap={6}>
              <TextInput
                label={t('calendar.address')}
                description={t('calendar.once')}
                value={address}
                readOnly
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
              <CopyButton value={address}>
                {({ copied, copy }) => (
                  <Group>
                    <Button variant="default" onClick={copy}>
                      {t(copied ? 'calendar.copied' : 'calendar.copy')}
                    </Button>
                  </Group>
                )}
              </CopyButton>
            </Stack>
          ) : null}
          <Group gap="xs">
            <Button loading={create.running} onClick={() => void make()} variant={feed ? 'default' : 'filled'}>
              {t(feed ? 'calendar.renew' : 'calendar.create')}
            </Button>
            {feed ? (
              <Button variant="default" c="red" loading={revoke.running} onClick={() => void end()}>
                {t('calendar.revoke')}
              </Button>
            ) : null}
          </Group>
        </>
      )}
    </Stack>
  );
}
