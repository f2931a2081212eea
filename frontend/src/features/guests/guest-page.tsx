import { Button, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicPage } from '@/features/sessions/public-page';
import { GuestActionPage } from './guest-action-page';
import { GuestEntry } from './guest-entry';
import { GuestReferralPage } from './guest-referral-page';
import { forgetGuest, type GuestSession, keepSession, keptSession, useLink } from './guest-session';
import type { GuestEnd } from './use-guest';

/** The one referral or action of an officer without an account: by the link of a mail and the code of another. */
export function GuestPage() {
  const { t } = useTranslation('guests');
  const link = useLink();
  if (!link) {
    return (
      <PublicPage title={t('title')}>
        <Text c="dimmed">{t('missing')}</Text>
      </PublicPage>
    );
  }
  return <Guest key={link} link={link} />;
}

function Guest({ link }: { link: string }) {
  const { t } = useTranslation('guests');
  const [session, setSession] = useState<GuestSession | null>(() => keptSession(link));
  const [isNew, setIsNew] = useState(false);
  const [end, setEnd] = useState<GuestEnd | null>(null);
  const leave = useCallback((how: GuestEnd) => {
    forgetGuest();
    setEnd(how);
    setSession(null);
  }, []);

  if (session) {
    const Opened = session.opens === 'ACTION' ? GuestActionPage : GuestReferralPage;
    return <Opened session={session} isNew={isNew} onEnd={leave} />;
  }
  if (end === 'left') {
    return (
      <PublicPage title={t('left.title')}>
        <Text c="dimmed">{t('left.text')}</Text>
        <Button size="sm" fullWidth variant="default" onClick={() => setEnd(null)}>
          {t('left.again')}
        </Button>
      </PublicPage>
    );
  }
  return (
    <GuestEntry
      link={link}
      ended={end === 'ended'}
      onOpened={(opened) => {
        keepSession(link, opened);
        setEnd(null);
        setIsNew(true);
        setSession(opened);
      }}
    />
  );
}
