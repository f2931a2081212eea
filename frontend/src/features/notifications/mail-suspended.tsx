import { Button } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { MailTroubleKind, ViewerFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import classes from './notifications.module.css';
import { useResumeMail } from './use-resume-mail';

interface MailSuspendedProps {
  person: ViewerFragment['person'];
  since: string;
  why: MailTroubleKind;
}

/** Tells a person that no mails go to it any more, why, and how they go again. */
export default function MailSuspended({ person, since, why }: MailSuspendedProps) {
  const { t } = useTranslation('notifications');
  const { dateTime } = useFormats();
  const { run, running } = useResumeMail(t('suspended.resumed'));
  return (
    <section className={classes.suspended} aria-label={t('suspended.title')}>
      <IconMailOff size={16} aria-hidden className={classes.suspendedIcon} />
      <span className={classes.suspendedText}>
        {t(`suspended.own.${why}`, { at: dateTime(since), email: person.email ?? '' })} {t(`suspended.next.${why}`)}
      </span>
      <Button variant="default" size="compact-sm" loading={running} onClick={() => void run(person.id)}>
        {t('suspended.resume')}
      </Button>
    </section>
  );
}
