import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailStatus, OperationsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { StateBadge, type Tone } from '@/ui/state-badge';
import classes from './operations-page.module.css';

interface TileProps {
  title: string;
  tone: Tone;
  state: string;
  children: ReactNode;
}

function Tile({ title, tone, state, children }: TileProps) {
  const id = useId();
  return (
    <section className={classes.tile} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <StateBadge tone={tone} label={state} />
      </div>
      <dl className={classes.facts}>{children}</dl>
    </section>
  );
}

function Figure({ label, bad, children }: { label: string; bad?: boolean; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd data-bad={bad || undefined}>{children}</dd>
    </>
  );
}

export function DatabaseTile({ operations }: { operations: OperationsFragment }) {
  const { t } = useTranslation('operations');
  const { number, relative } = useFormats();
  const { bytes } = useMeasures();
  const { database, databaseBackend, version, startedAt } = operations;
  return (
    <Tile
      title={t('parts.database')}
      tone={database.reachable ? 'good' : 'bad'}
      state={t(database.reachable ? 'database.reachable' : 'database.unreachable')}
    >
      <Figure label={t('database.backend')}>{databaseBackend === 'SQLITE' ? 'SQLite' : 'PostgreSQL'}</Figure>
      <Figure label={t('database.size')}>{bytes(database.sizeBytes)}</Figure>
      <Figure label={t('database.migrations')}>{number(database.migrationsApplied)}</Figure>
      <Figure label={t('version')}>{version}</Figure>
      <Figure label={t('started')}>{relative(startedAt)}</Figure>
    </Tile>
  );
}

export function MailTile({ mail }: { mail: OperationsFragment['mail'] }) {
  const { t } = useTranslation('operations');
  const { number, relative } = useFormats();
  const bad = mail.failed > 0 || mail.unknown > 0;
  const state = bad ? 'mail.look' : mail.configured ? 'mail.well' : 'mail.files';
  return (
    <Tile title={t('parts.mail')} tone={bad ? 'bad' : mail.configured ? 'good' : 'neutral'} state={t(state)}>
      <Figure label={t('mail.queued')}>{number(mail.queued + mail.claimed)}</Figure>
      <Figure label={t('mail.oldest')}>{mail.oldestQueuedAt ? relative(mail.oldestQueuedAt) : '–'}</Figure>
      <Figure label={t('mail.sentToday')}>{number(mail.sentToday)}</Figure>
      <MailsInState label={t('mail.failed')} state="FAILED" count={mail.failed} />
      <MailsInState label={t('mail.unknown')} state="UNKNOWN" count={mail.unknown} />
      <Figure label={t('mail.cameBack')}>
        {t('mail.cameBackOf', { bounces: number(mail.bounces), complaints: number(mail.complaints) })}
      </Figure>
      <Figure label={t('mail.suspended')}>
        {mail.suspended > 0 ? (
          <Link to="/people" search={{ noMail: true }}>
            {number(mail.suspended)}
          </Link>
        ) : (
          number(mail.suspended)
        )}
      </Figure>
    </Tile>
  );
}

/** Leads to the mails that somebody should look at. */
function MailsInState({ label, state, count }: { label: string; state: MailStatus; count: number }) {
  const { number } = useFormats();
  return (
    <Figure label={label} bad={count > 0}>
      {count > 0 ? (
        <Link to="/operations" search={{ mails: state }} hash="mails">
          {number(count)}
        </Link>
      ) : (
        number(count)
      )}
    </Figure>
  );
}

export function AuditTile({ audit }: { audit: OperationsFragment['audit'] }) {
  const { t } = useTranslation('operations');
  const { number, dateTime } = useFormats();
  const { duration } = useMeasures();
  const { entries, sealed, unsealed, oldestUnsealedSeconds: oldest, lastCheckpointAt } = audit;
  return (
    <Tile
      title={t('parts.audit')}
      tone={unsealed === 0 ? 'good' : 'progress'}
      state={t(unsealed === 0 ? 'audit.whole' : 'audit.partly')}
    >
      <Figure label={t('audit.entries')}>{number(entries)}</Figure>
      <Figure label={t('audit.sealed')}>{number(sealed)}</Figure>
      <Figure label={t('audit.unsealed')}>{number(unsealed)}</Figure>
      <Figure label={t('oldest')}>{oldest === null || oldest === undefined ? '–' : duration(oldest * 1_000)}</Figure>
      <Figure label={t('audit.checkpoint')}>{lastCheckpointAt ? dateTime(lastCheckpointAt) : '–'}</Figure>
    </Tile>
  );
}

export function OutboxTile({ operations }: { operations: OperationsFragment }) {
  const { t } = useTranslation('operations');
  const { number } = useFormats();
  const { duration } = useMeasures();
  const { outbox, openStreams, replicas } = operations;
  const oldest = outbox.oldestSeconds;
  return (
    <Tile
      title={t('parts.outbox')}
      tone={outbox.waiting === 0 ? 'good' : 'progress'}
      state={t(outbox.waiting === 0 ? 'outbox.done' : 'outbox.waits')}
    >
      <Figure label={t('outbox.waiting')}>{number(outbox.waiting)}</Figure>
      <Figure label={t('oldest')}>{oldest === null || oldest === undefined ? '–' : duration(oldest * 1_000)}</Figure>
      <Figure label={t('outbox.streams')}>{number(openStreams)}</Figure>
      <Figure label={t('outbox.processes')}>{number(replicas.filter(({ alive }) => alive).length)}</Figure>
    </Tile>
  );
}
