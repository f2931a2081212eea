import Supercluster from 'supercluster';
import type { SitePlaceFragment } from '@/gql/graphql';
import { COUNTRY_POINTS } from './country-points';
import { MOST_ZOOM, projection, type Size, scaleOf, type View, WORLD } from './map-view';

/** Where a place is on the plane; whether that is known, or only its country. */
export interface Spot {
  key: string;
  place: SitePlaceFragment;
  x: number;
  y: number;
  known: boolean;
}

/** What stands on the map: one place, or several that would lie on each other. */
export interface Mark {
  key: string;
  x: number;
  y: number;
  sites: number;
  countries: readonly string[];
  /** The place, where it is one. */
  spot?: Spot;
}

/** Where each place is drawn; one whose country nobody knows has no place on a map, only in the list. */
export function spotsOf(places: readonly SitePlaceFragment[]): Spot[] {
  return places.flatMap((place, index) => {
    const known = place.latitude != null && place.longitude != null;
    const point = known
      ? ([Number(place.longitude), Number(place.latitude)] as const)
      : COUNTRY_POINTS.get(place.country);
    const at = point ? projection([point[0], point[1]]) : null;
    return at ? [{ key: `p${index}`, place, x: at[0], y: at[1], known }] : [];
  });
}

/** Pixels within which places become one. */
const RADIUS = 48;
/** Of a tile at zoom 0, as the library reckons. */
const TILE = 512;
const MOST_LEVEL = Math.ceil(Math.log2((MOST_ZOOM * 4 * WORLD.width) / TILE));

// The library takes degrees on a Mercator map; the plane is put onto that, so that it gathers what is near on the screen.
const eastOf = (x: number) => (x / WORLD.width) * 360 - 180;
const northOf = (y: number) =>
  (360 * Math.atan(Math.exp(((180 - (y / WORLD.width) * 360) * Math.PI) / 180))) / Math.PI - 90;
const xOf = (east: number) => ((east + 180) / 360) * WORLD.width;
const yOf = (north: number) => {
  const sine = Math.sin((north * Math.PI) / 180);
  return (0.5 - (0.25 * Math.log((1 + sine) / (1 - sine))) / Math.PI) * WORLD.width;
};
const EVERYWHERE: [number, number, number, number] = [-180, -90, 180, 90];

interface Sum {
  sites: number;
  countries: readonly string[];
}

/** The places, gathered for each size at which they may be looked at. */
export class Clusters {
  private readonly index: Supercluster<{ spot: Spot }, Sum>;

  constructor(spots: readonly Spot[]) {
    this.index = new Supercluster<{ spot: Spot }, Sum>({
      radius: RADIUS,
      extent: TILE,
      maxZoom: MOST_LEVEL,
      map: ({ spot: { place } }) => ({ sites: place.sites, countries: [place.country] }),
      reduce: (sum, { sites, countries }) => {
        sum.sites += sites;
        sum.countries = [...new Set([...sum.countries, ...countries])];
      },
    });
    this.index.load(
      spots.map((spot) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [eastOf(spot.x), northOf(spot.y)] },
        properties: { spot },
      })),
    );
  }

  /** What there is to draw, largest first: what is small lies on top and can be reached. */
  marks(view: View, size: Size): Mark[] {
    return this.index
      .getClusters(EVERYWHERE, levelOf(view, size))
      .map(({ geometry, properties }): Mark => {
        if ('spot' in properties) {
          const { spot } = properties as { spot: Spot };
          const { country, sites } = spot.place;
          return { key: spot.key, x: spot.x, y: spot.y, sites, countries: [country], spot };
        }
        const { cluster_id, sites, countries } = properties as Supercluster.ClusterProperties & Sum;
        const [east = 0, north = 0] = geometry.coordinates;
        return { key: `c${cluster_id}`, x: xOf(east), y: yOf(north), sites, countries };
      })
      .sort((one, other) => other.sites - one.sites);
  }

  /** How large the map has to be for a mark to come apart; null where it never does. */
  opensAt({ key, spot }: Mark, size: Size): number | null {
    if (spot) return null;
    const level = this.index.getClusterExpansionZoom(Number(key.slice(1)));
    if (level > MOST_LEVEL) return null;
    // A hair more: at exactly this size the sum of powers may fall a hair short.
    const zoom = ((TILE * 2 ** level) / WORLD.width / scaleOf({ zoom: 1, x: 0, y: 0 }, size)) * 1.001;
    return zoom <= MOST_ZOOM ? zoom : null;
  }

  /** The places in a mark. */
  places({ key, spot }: Mark): SitePlaceFragment[] {
    if (spot) return [spot.place];
    const leaves = this.index.getLeaves(Number(key.slice(1)), Number.POSITIVE_INFINITY);
    return leaves.map(({ properties }) => properties.spot.place);
  }
}

function levelOf(view: View, size: Size): number {
  return Math.log2((scaleOf(view, size) * WORLD.width) / TILE);
}
