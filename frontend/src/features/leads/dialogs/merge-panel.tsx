import { Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { graphql } from '@/gql';
import type { MergePanelFragment } from '@/gql/graphql';
import { errorCode } from '@/lib/errors';
import { TLP_TEXT } from '@/ui/tlp-badge';
import classes from './audience-panel.module.css';

graphql(`
  fragment MergePanel on MergePreview {
    tlp
    handlingCode
    peopleLosingSight
  }
`);

interface MergePanelProps {
  reference: string;
  into: { reference: string; title: string } | null;
  preview: MergePanelFragment | null | undefined;
  loading: boolean;
  error: CombinedError | undefined;
}

/** What merging would do, before it is done; keeps its height while it is being asked. */
export function MergePanel({ reference, into, preview, loading, error }: MergePanelProps) {
  const { t } = useTranslation(['leads', 'enums', 'common']);
  return (
    <section className={classes.root} aria-live="polite" aria-busy={loading} aria-label={t('merge.preview')}>
      {loading ? (
        <Skeleton h={14} w="60%" />
      ) : error ? (
        <Text size="sm" c="red">
          {t(`common:errors.${errorCode(error) ?? 'UNREACHABLE'}`)}
        </Text>
      ) : into && preview ? (
        <>
          <div className={classes.total}>
            {t('merge.goesOn', { reference, into: into.reference, title: into.title })}
          </div>
          <Text size="sm">
            {t('merge.label', {
              tlp: TLP_TEXT[preview.tlp],
              code: t(`enums:handlingCode.${preview.handlingCode}`),
            })}
          </Text>
          <div className={preview.peopleLosingSight > 0 ? classes.wide : classes.none}>
            {t('merge.losing', { count: preview.peopleLosingSight })}
          </div>
        </>
      ) : (
        <Text size="sm" c="dimmed">
          {t('merge.empty')}
        </Text>
      )}
    </section>
  );
}
