import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { PurchaseCustodyFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './purchases.module.css';

graphql(`
  fragment PurchaseCustody on Purchase {
    id
    samples {
      id
      reference
      evidence {
        id
        custody(first: 12) {
          nodes {
            id
            kind
            at
            actorName
          }
          totalCount
        }
      }
    }
  }
`);

/** Through whose hands each piece has gone, from its receipt; the piece's own page has the whole chain. */
export function PurchaseCustody({ purchase: { samples } }: { purchase: PurchaseCustodyFragment }) {
  const { t } = useTranslation(['purchases', 'evidence']);
  const { dateTime, moment } = useFormats();
  const kept = samples.flatMap(({ reference, evidence }) => (evidence ? [{ reference, ...evidence }] : []));
  if (kept.length === 0) return null;
  return (
    <Section title={t('evidence:custody.title')}>
      {kept.map(({ id, reference, custody }) => (
        <div key={id}>
          <Link to="/evidence/$id" params={{ id }} search={{}} className={classes.link}>
            <span className={classes.code}>{reference}</span>
          </Link>
          <ol className={classes.history} aria-label={reference}>
            {custody.nodes.map(({ id: event, kind, at, actorName }) => (
              <li key={event} className={classes.event}>
                <span>
                  <span className={classes.strong}>{t(`evidence:events.${kind}`)}</span> {actorName}
                </span>
                <time dateTime={at} title={dateTime(at)} className={classes.time}>
                  {moment(at)}
                </time>
              </li>
            ))}
          </ol>
          {custody.totalCount > custody.nodes.length ? (
            <p className={classes.dimmed}>{t('custodyMore', { count: custody.totalCount - custody.nodes.length })}</p>
          ) : null}
        </div>
      ))}
    </Section>
  );
}
