import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { WebhookEndpointFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import classes from './webhooks.module.css';

graphql(`
  fragment WebhookEndpointFacts on WebhookEndpoint {
    id
    url
    kinds
    secretRotatesUntil
    queued
    dead
    createdAt
  }
`);

export function EndpointFacts({ endpoint }: { endpoint: WebhookEndpointFactsFragment }) {
  const { t } = useTranslation(['webhooks', 'enums']);
  const { dateTime, number } = useFormats();
  const { url, kinds, secretRotatesUntil, queued, dead, createdAt } = endpoint;
  return (
    <Facts>
      <Fact label={t('webhooks:fields.url')}>
        <span className={classes.url}>{url}</span>
      </Fact>
      <Fact label={t('webhooks:fields.kinds')}>
        {kinds.length > 0
          ? kinds.map((kind) => <div key={kind}>{t(`enums:webhookKind.${kind}`)}</div>)
          : t('webhooks:allKinds')}
      </Fact>
      <Fact label={t('webhooks:fields.oldSecret')}>
        {secretRotatesUntil ? (
          <time dateTime={secretRotatesUntil}>
            {t('webhooks:oldSecretUntil', { at: dateTime(secretRotatesUntil) })}
          </time>
        ) : null}
      </Fact>
      <Fact label={t('webhooks:fields.queued')}>{number(queued)}</Fact>
      <Fact label={t('webhooks:fields.dead')}>{number(dead)}</Fact>
      <Fact label={t('webhooks:fields.created')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}
