import { geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import countries from 'world-atlas/countries-110m.json';
import { projection } from './map-view';

/** Natural Earth's countries at 1:110,000,000: in the public domain, and small enough to come with the map. */
const ATLAS = countries as unknown as Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const drawn = geoPath(projection);

export const SEA = drawn({ type: 'Sphere' }) ?? '';
export const LAND = drawn(feature(ATLAS, ATLAS.objects.land)) ?? '';
export const BORDERS = drawn(mesh(ATLAS, ATLAS.objects.countries, (one, other) => one !== other)) ?? '';
