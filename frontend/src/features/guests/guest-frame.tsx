import { Button, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useFormats } from '@/lib/format';
import { askPublicly } from '@/lib/public-command';
import { TimeZoneContext } from '@/lib/viewer';
import { ColorSchemeSwitch } from '@/ui/color-scheme-switch';
import { LanguageSwitch } from '@/ui/language-switch';
import { Wordmark } from '@/ui/wordmark';
import type { GuestSession } from './guest-session';
import classes from './guests.module.css';
import type { GuestEnd } from './use-guest';

const LeaveGuestReferral = graphql(`
  mutation LeaveGuestReferral {
    leaveGuestReferral {
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface GuestFrameProps {
  session: GuestSession;
  /** Of what is shown; nothing while it is on its way. */
  title: string | undefined;
  /** Whose clock all times are by; nothing where it is not known. */
  timeZone: string | null | undefined;
  failed: boolean;
  onReload: () => void;
  onEnd: (how: GuestEnd) => void;
  children: ReactNode;
}

/** What stands around the one thing that a guest sees. */
export function GuestFrame(props: GuestFrameProps) {
  return (
    <TimeZoneContext value={props.timeZone ?? null}>
      <Frame {...props} />
    </TimeZoneContext>
  );
}

function Frame({ session, title, timeZone, failed, onReload, onEnd, children }: GuestFrameProps) {
  const { t } = useTranslation(['guests', 'common']);
  const { moment } = useFormats();
  const leave = async () => {
    await askPublicly(LeaveGuestReferral, {}, session.token);
    onEnd('left');
  };
  return (
    <div className={classes.page}>
      <title>{`${title ?? t('title')} · ${t('common:product')}`}</title>
      <header className={classes.header}>
        <Wordmark />
        <Group gap={4}>
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </Group>
      </header>
      <main className={classes.main} aria-busy={title === undefined && !failed}>
        {title === undefined ? <Title order={1}>{t('title')}</Title> : children}
        {title === undefined && failed ? (
          <Group gap="sm" role="alert">
            <Text size="sm">{t('common:errors.UNREACHABLE')}</Text>
            <Button variant="default" onClick={onReload}>
              {t('common:retry')}
            </Button>
          </Group>
        ) : null}
      </main>
      <footer className={classes.footer}>
        <Text size="xs" c="dimmed">
          {t('until', { at: moment(session.expiresAt) })} {timeZone ? t('zone', { zone: timeZone }) : null}
        </Text>
        <Button variant="default" size="sm" onClick={() => void leave()}>
          {t('leave')}
        </Button>
      </footer>
    </div>
  );
}
