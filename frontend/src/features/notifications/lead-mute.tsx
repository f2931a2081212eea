import { ActionIcon, Menu } from '@mantine/core';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadMuteFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useFormats } from '@/lib/format';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { useUnmute } from './use-unmute';

graphql(`
  fragment LeadMute on Lead {
    id
    reference
    muted
    mutedUntil
  }
`);

const MuteLead = graphql(`
  mutation MuteLead($input: MuteLeadInput!) {
    muteLead(input: $input) {
      lead {
        ...LeadMute
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** For how many hours; the last one is for good. */
const TIMES = { hours: 8, day: 24, week: 168, month: 720, ever: null } as const;

/** Has one hear nothing of a lead for a while but what cannot be switched off and where one is named, or hear of it again. */
export function LeadMute({ lead }: { lead: LeadMuteFragment }) {
  const { t } = useTranslation('notifications');
  const { dateTime } = useFormats();
  const mute = useCommand(MuteLead);
  const unmute = useUnmute();
  const about = useId();
  const { id, reference, muted, mutedUntil } = lead;
  const label = muted
    ? mutedUntil
      ? t('mute.until', { at: dateTime(mutedUntil) })
      : t('mute.forGood')
    : t('mute.action');
  const start = async (hours: number | null) => {
    const outcome = await mute.run({ input: { leadId: id, hours } });
    void notify(outcome.ok ? t('mute.done', { reference }) : failureText(outcome.failure));
  };
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          variant={muted ? 'light' : 'default'}
          size={30}
          title={label}
          aria-label={label}
          loading={mute.running || unmute.running}
        >
          {muted ? <IconBellOff size={16} /> : <IconBell size={16} />}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown maw={260} aria-describedby={about}>
        {/* A menu has nothing but items for who hears it: what it is about describes it. */}
        <Menu.Label id={about} aria-hidden>
          {t('mute.text')}
        </Menu.Label>
        {muted ? <Menu.Item onClick={() => void unmute.run(lead)}>{t('mute.end')}</Menu.Item> : null}
        {(Object.keys(TIMES) as (keyof typeof TIMES)[]).map((time) => (
          <Menu.Item key={time} onClick={() => void start(TIMES[time])}>
            {t(`mute.times.${time}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
