import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AuditSealFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge } from '@/ui/state-badge';
import classes from './audit.module.css';
import { shortHash } from './audit-entry';

graphql(`
  fragment AuditSeal on AuditSeal {
    sealed
    unsealed
    head
    checkpointAt
    checkpointCount
  }
`);

/** How much of the log is chained, and what vouches for the chain outside the database. */
export function AuditSeal({ seal }: { seal: AuditSealFragment | undefined }) {
  const { t } = useTranslation('audit');
  const { dateTime, number } = useFormats();
  if (!seal) {
    return (
      <div className={classes.seal}>
        <Skeleton h={10} w={240} />
      </div>
    );
  }
  const { sealed, unsealed, head, checkpointAt, checkpointCount } = seal;
  return (
    <section className={classes.seal} aria-label={t('seal.title')}>
      <StateBadge
        tone={unsealed === 0 ? 'good' : 'progress'}
        label={t(unsealed === 0 ? 'seal.whole' : 'seal.partly', { count: unsealed, number: number(unsealed) })}
      />
      <span>{t('seal.sealed', { number: number(sealed) })}</span>
      {head ? (
        <span className={classes.muted} title={head}>
          {t('seal.head')} <code>{shortHash(head)}</code>
        </span>
      ) : null}
      {checkpointAt ? (
        <span className={classes.muted}>
          {t('seal.checkpoint', { at: dateTime(checkpointAt), number: number(checkpointCount ?? 0) })}
        </span>
      ) : null}
    </section>
  );
}
