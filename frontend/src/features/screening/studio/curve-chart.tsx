import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvePlaceFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useShares } from '../screening-words';
import { useToldShare } from '../told-share';
import { bandPath, linePath, type Measure, nearest } from './curve';
import classes from './studio.module.css';

const [WIDTH, HEIGHT] = [1000, 220];
const MEASURES: readonly Measure[] = ['precision', 'recall'];

interface CurveChartProps {
  places: readonly CurvePlaceFragment[];
  threshold: number;
  onChoose: (threshold: number) => void;
}

/** Precision and recall at every threshold, with the 95 % intervals as bands; the threshold is chosen on it, or by the keys. */
export function CurveChart({ places, threshold, onChoose }: CurveChartProps) {
  const { t } = useTranslation('screening');
  const { percent, score } = useShares();
  const [first, last] = [places[0], places.at(-1)];
  if (!first || !last) return null;
  const choose = ({ clientX, currentTarget }: PointerEvent<HTMLDivElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const place = nearest(places, (clientX - left) / Math.max(1, width));
    if (place) onChoose(place.threshold);
  };
  const at = WIDTH * threshold;
  return (
    <>
      <div className={classes.chart}>
        <div className={classes.scale} aria-hidden>
          {[1, 0.5, 0].map((share) => (
            <span key={share}>{percent(share)}</span>
          ))}
        </div>
        <div className={classes.plot} onPointerDown={choose}>
          <svg
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('curve.picturedAs', { from: score(first.threshold), to: score(last.threshold) })}
          >
            {[0, 0.5, 1].map((part) => (
              <line key={part} className={classes.grid} x1={0} x2={WIDTH} y1={HEIGHT * part} y2={HEIGHT * part} />
            ))}
            {MEASURES.map((measure) => (
              <g key={measure}>
                <path className={`${classes.band} ${classes[measure]}`} d={bandPath(places, measure, WIDTH, HEIGHT)} />
                <path className={`${classes.curve} ${classes[measure]}`} d={linePath(places, measure, WIDTH, HEIGHT)} />
              </g>
            ))}
            <line className={classes.chosen} x1={at} x2={at} y1={0} y2={HEIGHT} />
          </svg>
        </div>
        <div className={classes.ends} aria-hidden>
          <span>{score(0)}</span>
          <span>{score(1)}</span>
        </div>
        <input
          type="range"
          className={classes.slider}
          aria-label={t('fields.threshold')}
          aria-valuetext={score(threshold)}
          min={0}
          max={1}
          step={0.05}
          value={threshold}
          onChange={({ currentTarget }) => {
            const place = nearest(places, Number(currentTarget.value));
            if (place) onChoose(place.threshold);
          }}
        />
      </div>
      <Told place={nearest(places, threshold) ?? first} threshold={threshold} />
    </>
  );
}

interface ToldProps {
  place: CurvePlaceFragment;
  threshold: number;
}

/** What would come of the threshold that is chosen, in words. */
function Told({ place, threshold }: ToldProps) {
  const { t } = useTranslation('screening');
  const { labelled } = useFormats();
  const { score } = useShares();
  const told = useToldShare();
  return (
    <p className={classes.told} role="status">
      <span>{labelled(t('fields.threshold'), score(threshold))}</span>
      {MEASURES.map((measure) => (
        <span key={measure}>
          <span className={`${classes.line} ${classes[measure]}`} aria-hidden />{' '}
          {labelled(t(`curve.${measure}`), told(place[measure]))}
        </span>
      ))}
    </p>
  );
}
