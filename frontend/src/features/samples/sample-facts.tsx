import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SampleFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Fact, Facts } from '@/ui/facts';
import { RetentionBadge } from './sample-words';

graphql(`
  fragment SampleFacts on Sample {
    id
    number
    seal
    place
    receivedAt
    retainedUntil
    onHold
    disposedAt
    disposalNote
    holder {
      id
      name
    }
    purchase {
      id
      reference
      title
    }
    lead {
      id
      reference
    }
    evidence {
      id
      title
    }
  }
`);

export function SampleFacts({ sample }: { sample: SampleFactsFragment }) {
  const { t } = useTranslation('samples');
  const { dateTime, number } = useFormats();
  const { purchase, lead, evidence, retainedUntil, onHold, disposedAt } = sample;
  return (
    <Facts>
      <Fact label={t('fields.number')}>{number(sample.number)}</Fact>
      <Fact label={t('fields.holder')}>{sample.holder?.name}</Fact>
      <Fact label={t('fields.seal')}>{sample.seal}</Fact>
      <Fact label={t('fields.place')}>{sample.place}</Fact>
      <Fact label={t('fields.receivedAt')}>
        <time dateTime={sample.receivedAt}>{dateTime(sample.receivedAt)}</time>
      </Fact>
      <Fact label={t('fields.retainedUntil')}>
        {retainedUntil ? (
          <>
            <time dateTime={retainedUntil}>{dateTime(retainedUntil)}</time>
            <br />
            <RetentionBadge until={retainedUntil} onHold={onHold} />
          </>
        ) : null}
      </Fact>
      <Fact label={t('fields.disposedAt')}>
        {disposedAt ? <time dateTime={disposedAt}>{dateTime(disposedAt)}</time> : null}
      </Fact>
      <Fact label={t('fields.disposalNote')}>{sample.disposalNote}</Fact>
      <Fact label={t('fields.purchase')}>
        {purchase ? (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/purchases/$id" params={{ id: purchase.id }} search={{}} {...props} />}
          >
            {`${purchase.reference} · ${purchase.title}`}
          </Anchor>
        ) : null}
      </Fact>
      <Fact label={t('fields.lead')}>
        {lead ? (
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} {...props} />
            )}
          >
            {lead.reference}
          </Anchor>
        ) : null}
      </Fact>
      <Fact label={t('fields.evidence')}>
        {evidence ? (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/evidence/$id" params={{ id: evidence.id }} search={{}} {...props} />}
          >
            {evidence.title}
          </Anchor>
        ) : null}
      </Fact>
    </Facts>
  );
}
