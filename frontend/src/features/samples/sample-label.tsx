import { Button, Group } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { usePrint } from '@/features/exports/use-print';
import { graphql } from '@/gql';
import type { SampleLabelOfFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './samples.module.css';

const QrCode = lazy(() => import('@/features/settings/security/qr-code'));

graphql(`
  fragment SampleLabelOf on Sample {
    id
    reference
    number
    label
    seal
    receivedAt
    labelUrl
  }
`);

/** What is stuck on the thing: who scans it comes to this page, and sees of it what he or she may. */
export function SampleLabel({ sample }: { sample: SampleLabelOfFragment }) {
  const { t } = useTranslation('samples');
  const { date, labelled, number } = useFormats();
  const { id, reference, label, seal, receivedAt, labelUrl } = sample;
  const paper = usePrint(pathOf(labelUrl), reference);
  const address = new URL(`/samples/${id}`, window.location.origin).href;
  return (
    <Section
      title={t('label.title')}
      actions={
        <Group gap="xs">
          <Button variant="default" leftSection={<IconPrinter size={15} aria-hidden />} onClick={() => window.print()}>
            {t('label.print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={15} aria-hidden />}
            loading={paper.printing}
            onClick={() => void paper.print()}
          >
            {t('label.pdf')}
          </Button>
        </Group>
      }
    >
      <div className={`${classes.label} printed-label`}>
        <Suspense fallback={<span style={{ width: 168, height: 168 }} aria-busy />}>
          <QrCode text={address} label={t('label.code', { reference })} />
        </Suspense>
        <div className={classes.labelWords}>
          <span className={classes.labelReference}>{reference}</span>
          <span>{`${label} · ${number(sample.number)}`}</span>
          {seal ? <span>{labelled(t('fields.seal'), seal)}</span> : null}
          <span>{labelled(t('fields.receivedAt'), date(receivedAt.slice(0, 10)))}</span>
        </div>
      </div>
    </Section>
  );
}

/** The server names its files with or without its own address, and perhaps with a language; the reader's is asked for. */
function pathOf(url: string): string {
  return new URL(url, window.location.origin).pathname;
}
