import { Anchor, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionStateBadge } from '@/features/actions/action-state';
import { ActionWindowText } from '@/features/actions/action-window';
import type { GuestActionFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { askPublicly } from '@/lib/public-command';
import { Fact, Facts } from '@/ui/facts';
import { Section } from '@/ui/section';
import { GuestActionQuery } from './guest-action';
import { GuestAttendance } from './guest-attendance';
import { GuestFrame } from './guest-frame';
import { GuestReports } from './guest-reports';
import classes from './guests.module.css';
import { type GuestPageProps, useGuest } from './use-guest';

async function read(token: string) {
  const { data, error } = await askPublicly(GuestActionQuery, {}, token);
  return { found: data?.guestAction, error };
}

export interface GuestActionProps {
  action: GuestActionFragment;
  token: string;
  onAnswered: (action: GuestActionFragment) => void;
  onEnded: () => void;
  onStale: () => void;
}

/** An action as an officer needs it on the day, on a phone: when, where, what to look out for, whom to ask. */
export function GuestActionPage(props: GuestPageProps) {
  const { found, failed, show, reload } = useGuest<GuestActionFragment>(props, read);
  const { session, onEnd } = props;
  return (
    <GuestFrame
      session={session}
      title={found?.title}
      timeZone={found?.window?.timeZone}
      failed={failed}
      onReload={() => void reload()}
      onEnd={onEnd}
    >
      {found ? (
        <GuestAction
          action={found}
          token={session.token}
          onAnswered={show}
          onEnded={() => onEnd('ended')}
          onStale={() => void reload()}
        />
      ) : null}
    </GuestFrame>
  );
}

function GuestAction(props: GuestActionProps) {
  const { t } = useTranslation(['guests', 'actions']);
  const { action } = props;
  return (
    <>
      <div>
        <span className={classes.reference}>{action.reference}</span>
        <Title order={1} fz="xl">
          {action.title}
        </Title>
        <div className={classes.badges}>
          <ActionStateBadge state={action.state} />
          <Text size="sm">{t(`actions:kinds.${action.kind}`)}</Text>
        </div>
      </div>
      <Facts>
        <Fact label={t('actions:fields.window')}>
          {action.window ? <ActionWindowText window={action.window} /> : t('actions:fields.noWindow')}
        </Fact>
        <Fact label={t('actions:fields.leadAgency')}>{action.leadAgencyName}</Fact>
        <Fact label={t('action.you')}>{`${action.agencyName} · ${t(`actions:roles.${action.role}`)}`}</Fact>
        <Fact label={t('action.contact')}>
          {action.contactName}{' '}
          <Anchor href={`mailto:${action.contactEmail}`} size="sm">
            {action.contactEmail}
          </Anchor>
        </Fact>
      </Facts>
      {action.riskNotes || action.riskNotesWithheld ? (
        <Section title={t('actions:fields.riskNotes')}>
          <p className={classes.risk}>{action.riskNotes ?? t('action.withheld', { name: action.contactName })}</p>
        </Section>
      ) : null}
      <GuestAttendance {...props} />
      <GuestReports {...props} />
      <Sites action={action} />
      <Tasks action={action} />
    </>
  );
}

function Sites({ action }: { action: GuestActionFragment }) {
  const { t } = useTranslation('actions');
  const { country: countryName, list } = useFormats();
  const { sites } = action;
  return (
    <Section title={t('sites')} count={sites.length}>
      {sites.length > 0 ? (
        <ul className={classes.history} aria-label={t('sites')}>
          {sites.map(({ kind, country, divisionCode, address, latitude, longitude }) => (
            <li key={`${kind}${address}`} className={classes.site}>
              <span className={classes.strong}>{address}</span>
              <span className={classes.time}>
                {list([t(`siteKinds.${kind}`), [countryName(country), divisionCode].filter(Boolean).join(' ')])}
              </span>
              {latitude && longitude ? (
                <span className={classes.reference}>
                  {latitude}, {longitude}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className={classes.time}>{t('noSites')}</p>
      )}
    </Section>
  );
}

function Tasks({ action }: { action: GuestActionFragment }) {
  const { t } = useTranslation(['guests', 'actions']);
  const { dateTime } = useFormats();
  const { tasks } = action;
  if (tasks.length === 0) return null;
  return (
    <Section title={t('actions:tasks')} count={tasks.length}>
      <ul className={classes.history} aria-label={t('actions:tasks')}>
        {tasks.map(({ title, dueAt, doneAt }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tasks have no other name here
          <li key={place} className={classes.step}>
            <span className={classes.strong}>{title}</span>
            <span className={classes.time}>
              {doneAt
                ? t('action.done', { at: dateTime(doneAt) })
                : dueAt
                  ? t('action.due', { at: dateTime(dueAt) })
                  : null}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
