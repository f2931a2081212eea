import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseHistoryFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './purchases.module.css';

graphql(`
  fragment PurchaseHistory on Purchase {
    id
    timeline {
      kind
      at
      by {
        id
        name
      }
      note
    }
  }
`);

/** What happened, oldest first. */
export function PurchaseHistory({ purchase }: { purchase: PurchaseHistoryFragment }) {
  const { t } = useTranslation('purchases');
  const { dateTime, relative } = useFormats();
  return (
    <Section title={t('history.title')}>
      <ol className={classes.history} aria-label={t('history.title')}>
        {purchase.timeline.map(({ kind, at, by, note }) => (
          <li key={`${kind}${at}`} className={classes.event}>
            <span>
              <span className={classes.strong}>{by?.name ?? t('history.service')}</span> {t(`events.${kind}`)}
            </span>
            <time dateTime={at} title={dateTime(at)} className={classes.time}>
              {relative(at)}
            </time>
            {note ? (
              <p className={classes.text}>{kind === 'APPROVED' ? t('pieces', { count: Number(note) }) : note}</p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
