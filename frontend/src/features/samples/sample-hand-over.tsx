import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SampleHandOverOfFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';

graphql(`
  fragment SampleHandOverOf on Sample {
    id
    handOver {
      to {
        id
        name
      }
      seal
      note
      sentAt
    }
  }
`);

/** That it is on its way to somebody who has not confirmed it. */
export function SampleHandOver({ sample }: { sample: SampleHandOverOfFragment }) {
  const { t } = useTranslation('samples');
  const { moment } = useFormats();
  const { handOver } = sample;
  if (!handOver) return null;
  return (
    <Alert color="yellow" title={t('handOver.title')}>
      {t('handOver.text', { to: handOver.to.name, at: moment(handOver.sentAt) })}
      {handOver.seal ? ` ${t('handOver.seal', { seal: handOver.seal })}` : null}
      {handOver.note ? ` ${handOver.note}` : null}
    </Alert>
  );
}
