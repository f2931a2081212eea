import { useTranslation } from 'react-i18next';
import { Bars } from '@/features/actions/funnel';
import type { ScreeningFiguresFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './screening.module.css';
import { useShares } from './screening-words';
import { ShareInterval } from './share-interval';

/** A part of the period. */
export interface FiguresPart {
  /** When it begins. */
  begin: string;
  figures: ScreeningFiguresFragment | null;
}

interface FiguresProps {
  whole: ScreeningFiguresFragment;
  parts: readonly FiguresPart[];
}

export function Figures({ whole, parts }: FiguresProps) {
  const { t } = useTranslation('screening');
  const { dateTime, number } = useFormats();
  const { ratio } = useShares();
  const bars = (['proactive', 'reactive'] as const).map((key) => ({
    key,
    label: t(`figures.${key}`),
    count: whole[key],
    text: number(whole[key]),
    definition: t(`figures.definitions.${key}`),
  }));
  return (
    <>
      <Section title={t('figures.ratioTitle')}>
        <Bars rows={bars} />
        <p className={classes.hint}>
          {typeof whole.proactiveRatio === 'number'
            ? t('figures.ratio', { ratio: ratio(whole.proactiveRatio) })
            : t('figures.noRatio')}
        </p>
      </Section>
      <Section title={t('figures.precision')}>
        <p className={classes.hint}>{t('figures.precisionHint')}</p>
        {whole.models.length > 0 ? <ByVersion whole={whole} /> : <p className={classes.dimmed}>{t('figures.none')}</p>}
      </Section>
      {whole.models.length > 0 ? (
        <Section title={t('figures.overTime')}>
          <OverTime whole={whole} parts={parts} />
        </Section>
      ) : null}
      <p className={classes.dimmed}>{t('figures.asOf', { at: dateTime(whole.asOf) })}</p>
    </>
  );
}

function ByVersion({ whole }: Pick<FiguresProps, 'whole'>) {
  const { t } = useTranslation('screening');
  const { number } = useFormats();
  const counts = ['suspects', 'confirmed', 'cleared'] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.scroll} aria-label={t('figures.precisionTable')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('fields.model')}</th>
            {counts.map((count) => (
              <th key={count} scope="col" data-align="end">
                {t(`figures.${count}`)}
              </th>
            ))}
            <th scope="col" style={{ width: '40%', paddingInlineStart: 24 }}>
              {t('curve.precision')}
            </th>
          </tr>
        </thead>
        <tbody>
          {whole.models.map(({ model, precision, ...counted }) => (
            <tr key={model}>
              <th scope="row">{model}</th>
              {counts.map((count) => (
                <td key={count} data-align="end">
                  {number(counted[count])}
                </td>
              ))}
              <td style={{ paddingInlineStart: 24 }}>
                <ShareInterval share={precision} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Each version in each quarter of the period; where it judged nothing then, that is said. */
function OverTime({ whole, parts }: FiguresProps) {
  const { t } = useTranslation('screening');
  const { labelled, moment, number } = useFormats();
  const { ratio } = useShares();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys
    <section className={classes.scroll} aria-label={t('figures.overTimeTable')} tabIndex={0}>
      <table className={classes.table} style={{ minWidth: 720 }}>
        <thead>
          <tr>
            <th scope="col">{t('fields.model')}</th>
            {parts.map(({ begin }) => (
              <th key={begin} scope="col">
                {t('figures.since', { day: moment(begin) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {whole.models.map(({ model }) => (
            <tr key={model}>
              <th scope="row">{model}</th>
              {parts.map(({ begin, figures }) => {
                const found = figures?.models.find((each) => each.model === model);
                return <td key={begin}>{found ? <ShareInterval share={found.precision} /> : '–'}</td>;
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('figures.ratioTitle')}</th>
            {parts.map(({ begin, figures }) => (
              <td key={begin}>
                {figures
                  ? labelled(
                      t('figures.pair', { proactive: number(figures.proactive), reactive: number(figures.reactive) }),
                      typeof figures.proactiveRatio === 'number' ? ratio(figures.proactiveRatio) : '–',
                    )
                  : '–'}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}
