import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StudioModelFragment, StudioReleaseFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import { ShortFailure } from '@/ui/short-failure';
import classes from '../screening.module.css';
import { nearest } from './curve';
import { CurveChart } from './curve-chart';
import { CurveTable } from './curve-table';
import { PreviewResult } from './preview-result';
import { usePreview } from './use-preview';
import { useStudio } from './use-studio';

interface ModelCurveProps {
  model: StudioModelFragment;
  release: StudioReleaseFragment | null;
  mayRelease: boolean;
}

/** What would come of each threshold: chosen on the curve, tried on what was screened, and released. */
export function ModelCurve({ model, release, mayRelease }: ModelCurveProps) {
  const { t } = useTranslation('screening');
  const { brandId, kind, search, change } = useStudio();
  const preview = usePreview();
  const { curve } = model;
  const wanted = search.threshold ?? release?.threshold ?? 0.5;
  const threshold = search.threshold ?? nearest(curve, wanted)?.threshold ?? wanted;
  if (curve.length === 0) {
    return (
      <Section title={t('curve.of', { name: model.name })}>
        <p className={classes.hint}>{t('curve.none')}</p>
      </Section>
    );
  }
  return (
    <Section
      title={t('curve.of', { name: model.name })}
      actions={
        <Button
          variant="default"
          aria-pressed={search.table === true}
          onClick={() => change({ table: search.table ? undefined : true })}
        >
          {t(search.table ? 'curve.picture' : 'curve.table')}
        </Button>
      }
    >
      <p className={classes.hint}>{t('curve.hint')}</p>
      {search.table ? (
        <CurveTable places={curve} />
      ) : (
        <CurveChart places={curve} threshold={threshold} onChoose={(next) => change({ threshold: next })} />
      )}
      {mayRelease ? (
        <>
          <div className={classes.acts}>
            <Button
              variant="default"
              loading={preview.isTrying}
              onClick={() => preview.ask({ brandId, kind, threshold })}
            >
              {t('curve.try')}
            </Button>
            <Button onClick={() => change({ model: model.id, threshold, do: 'RELEASE' })}>{t('curve.release')}</Button>
          </div>
          <p className={classes.hint}>{t('curve.tryHint')}</p>
        </>
      ) : null}
      {preview.error ? <ShortFailure error={preview.error} retry={preview.again} /> : null}
      {preview.found && preview.asked?.threshold === threshold ? <PreviewResult found={preview.found} /> : null}
    </Section>
  );
}
