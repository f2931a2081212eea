import type { CurvePlaceFragment } from '@/gql/graphql';

export type Measure = 'precision' | 'recall';

const point = (threshold: number, share: number, width: number, height: number) =>
  `${(threshold * width).toFixed(1)} ${((1 - share) * height).toFixed(1)}`;

/** A line through a measure at every threshold. Where nothing was there to be measured, it has a gap. */
export function linePath(
  places: readonly CurvePlaceFragment[],
  measure: Measure,
  width: number,
  height: number,
): string {
  let drawing = false;
  return places
    .map((place) => {
      const { all, share } = place[measure];
      const step = all === 0 ? '' : `${drawing ? 'L' : 'M'}${point(place.threshold, share, width, height)}`;
      drawing = all > 0;
      return step;
    })
    .join('');
}

/** Where a measure may lie: from the lower ends of its intervals there, to the upper ends back. */
export function bandPath(
  places: readonly CurvePlaceFragment[],
  measure: Measure,
  width: number,
  height: number,
): string {
  const known = places.filter((place) => place[measure].all > 0);
  if (known.length < 2) return '';
  const low = known.map((place) => point(place.threshold, place[measure].low, width, height));
  const high = known.toReversed().map((place) => point(place.threshold, place[measure].high, width, height));
  return `M${[...low, ...high].join('L')}Z`;
}

/** The place that is nearest to a threshold. */
export function nearest<Place extends { threshold: number }>(
  places: readonly Place[],
  threshold: number,
): Place | null {
  return places.reduce<Place | null>(
    (best, place) =>
      best && Math.abs(best.threshold - threshold) <= Math.abs(place.threshold - threshold) ? best : place,
    null,
  );
}
