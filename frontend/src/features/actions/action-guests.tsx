import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ActionGuestFragment, Attendance, OfflineActionPageFragment } from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './actions.module.css';
import { InviteActionGuest } from './guest-commands';
import { useActionCommand } from './use-action-command';

graphql(`
  fragment ActionGuests on OfflineAction {
    id
    mayInviteGuests
    guests {
      ...ActionGuest
    }
  }
  fragment ActionGuest on ActionGuest {
    id
    role
    officer {
      id
      maskedName
      rank
      unit
    }
    invitedBy {
      id
      name
    }
    invitedAt
    openedAt
    attendance
    attendanceNote
    attendanceAt
    revokedAt
    isOpen
    version
  }
`);

const InviteGuestDialog = lazy(() => import('./dialogs/invite-guest-dialog'));
const RevokeGuestDialog = lazy(() => import('./dialogs/revoke-guest-dialog'));

const TONES: Record<Attendance, Tone> = { CONFIRMED: 'good', DECLINED: 'bad' };

interface ActionGuestsProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** Officers without an account, each by a link of its own: who has one, who came in by it, and who comes. */
export function ActionGuests({ action, onStale }: ActionGuestsProps) {
  const { t } = useTranslation('actions');
  const [inviting, setInviting] = useState(false);
  const [revoked, setRevoked] = useState<ActionGuestFragment>();
  const { guests, mayInviteGuests } = action;
  if (guests.length === 0 && !mayInviteGuests) return null;
  return (
    <Section
      title={t('guests.title')}
      count={guests.length}
      actions={
        mayInviteGuests ? (
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setInviting(true)}>
            {t('guests.invite')}
          </Button>
        ) : null
      }
    >
      {guests.length > 0 ? (
        <ul className={classes.list} aria-label={t('guests.title')}>
          {guests.map((guest) => (
            <GuestItem
              key={guest.id}
              guest={guest}
              action={action}
              onStale={onStale}
              onRevoke={() => setRevoked(guest)}
            />
          ))}
        </ul>
      ) : (
        <p className={classes.dimmed}>{t('guests.none')}</p>
      )}
      {inviting ? (
        <Suspense>
          <InviteGuestDialog action={action} onStale={onStale} onClose={() => setInviting(false)} />
        </Suspense>
      ) : null}
      {revoked ? (
        <Suspense>
          <RevokeGuestDialog action={action} guest={revoked} onStale={onStale} onClose={() => setRevoked(undefined)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

/** "W••• H••• · Captain · Economic crimes": the directory has the whole name. */
export function useOfficerName() {
  const { t } = useTranslation('actions');
  return (officer: ActionGuestFragment['officer']) =>
    officer ? [officer.maskedName, officer.rank, officer.unit].filter(Boolean).join(' · ') : t('guests.unknown');
}

interface GuestItemProps extends ActionGuestsProps {
  guest: ActionGuestFragment;
  onRevoke: () => void;
}

function GuestItem({ guest, action, onStale, onRevoke }: GuestItemProps) {
  const { t } = useTranslation('actions');
  const { dateTime, labelled } = useFormats();
  const name = useOfficerName()(guest.officer);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const { act, running } = useActionCommand(InviteActionGuest, onStale);
  const { officer, role, invitedBy, invitedAt, openedAt, attendance, attendanceNote, revokedAt, isOpen } = guest;
  const again = async () => {
    if (!officer) return;
    const input = { idempotencyKey: idempotencyKey.current, actionId: action.id, officerId: officer.id, role };
    await act({ input });
    renewKey();
  };
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.strong}>{name}</span>
        <span>{t(`roles.${role}`)}</span>
        <StateBadge
          tone={isOpen ? 'progress' : 'neutral'}
          label={t(revokedAt ? 'guests.revoked' : isOpen ? 'guests.open' : 'guests.shut')}
        />
        {attendance ? <StateBadge tone={TONES[attendance]} label={t(`guests.attendance.${attendance}`)} /> : null}
      </div>
      <div className={classes.line}>
        <span className={classes.dimmed}>
          {t('guests.invited', { name: invitedBy.name, at: dateTime(invitedAt) })}
          {' · '}
          {openedAt ? t('guests.opened', { at: dateTime(openedAt) }) : t('guests.notOpened')}
        </span>
        {revokedAt ? (
          <span className={classes.dimmed}>{t('guests.revokedAt', { at: dateTime(revokedAt) })}</span>
        ) : null}
      </div>
      {attendanceNote ? <p className={classes.text}>{attendanceNote}</p> : null}
      {action.mayInviteGuests ? (
        <div className={classes.acts}>
          {officer ? (
            <Button
              size="compact-xs"
              variant="default"
              loading={running}
              aria-label={labelled(t('guests.again'), name)}
              onClick={() => void again()}
            >
              {t('guests.again')}
            </Button>
          ) : null}
          {revokedAt ? null : (
            <Button
              size="compact-xs"
              variant="subtle"
              color="red"
              aria-label={labelled(t('guests.revoke'), name)}
              onClick={onRevoke}
            >
              {t('guests.revoke')}…
            </Button>
          )}
        </div>
      ) : null}
    </li>
  );
}
