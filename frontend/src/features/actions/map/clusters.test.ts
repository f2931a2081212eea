import { describe, expect, it } from 'vitest';
import type { SitePlaceFragment } from '@/gql/graphql';
import { Clusters, spotsOf } from './clusters';
import { centred, WHOLE } from './map-view';

const SIZE = { width: 1000, height: 487 };

function place(country: string, latitude: string | null, longitude: string | null, sites = 1): SitePlaceFragment {
  return { country, divisionCode: null, latitude, longitude, sites, actions: 1, actionIds: [`${country}${latitude}`] };
}

const HANGZHOU = place('CN', '30.27', '120.15', 2);
const SHANGHAI = place('CN', '31.23', '121.47');
const HANOI = place('VN', '21.03', '105.85');
const LISBON = place('PT', '38.72', '-9.14', 5);

describe('places on the map', () => {
  it('are one where they lie near each other, with the sum of their sites', () => {
    const marks = new Clusters(spotsOf([HANGZHOU, SHANGHAI, HANOI, LISBON])).marks(WHOLE, SIZE);
    expect(marks.map(({ sites, countries }) => [sites, [...countries].sort()])).toEqual([
      [5, ['PT']],
      [4, ['CN', 'VN']],
    ]);
    expect(marks[0]?.spot?.place).toBe(LISBON);
  });

  it('come apart at the size that their mark names', () => {
    const clusters = new Clusters(spotsOf([HANGZHOU, SHANGHAI]));
    const [mark] = clusters.marks(WHOLE, SIZE);
    const zoom = mark && clusters.opensAt(mark, SIZE);
    if (!mark || !zoom) throw new Error('there is a mark that opens');
    expect(clusters.marks(centred(SIZE, [mark.x, mark.y], zoom), SIZE)).toHaveLength(2);
    expect(clusters.places(mark)).toHaveLength(2);
  });

  it('stay one where nobody said where in the country, and say what is in them', () => {
    const clusters = new Clusters(spotsOf([place('SG', null, null), place('SG', null, null, 3)]));
    const [mark] = clusters.marks(WHOLE, SIZE);
    if (!mark) throw new Error('there is a mark');
    expect([mark.sites, clusters.opensAt(mark, SIZE), clusters.places(mark).length]).toEqual([4, null, 2]);
  });

  it('are left out where not even the country is one', () => {
    expect(spotsOf([place('ZZ', null, null)])).toEqual([]);
  });
});
