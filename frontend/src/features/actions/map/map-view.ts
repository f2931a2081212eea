import { geoEqualEarth } from 'd3-geo';

/** The world on a plane, so wide and so high: a projection that keeps areas, cut where there is only sea. */
export const WORLD = { width: 1000, height: 487 } as const;

export const projection = geoEqualEarth().rotate([-11, 0]).fitSize([WORLD.width, WORLD.height], { type: 'Sphere' });

export interface Size {
  width: number;
  height: number;
}

/** What is seen of the plane: the point in the middle, and how much larger than the whole of it. */
export interface View {
  zoom: number;
  x: number;
  y: number;
}

export const WHOLE: View = { zoom: 1, x: WORLD.width / 2, y: WORLD.height / 2 };
export const MOST_ZOOM = 128;

/** Pixels of the screen for a unit of the plane. */
export function scaleOf({ zoom }: View, { width, height }: Size): number {
  return zoom * Math.min(width / WORLD.width, height / WORLD.height);
}

/** Where a point of the plane is on the screen. */
export function onScreen(view: View, size: Size, [x, y]: readonly [number, number]): [number, number] {
  const scale = scaleOf(view, size);
  return [(x - view.x) * scale + size.width / 2, (y - view.y) * scale + size.height / 2];
}

const between = (least: number, value: number, most: number) => Math.min(Math.max(value, least), most);

/** The middle stays where there is no empty space at one edge while something is hidden at the other. */
function held(view: View, size: Size): View {
  const zoom = between(1, view.zoom, MOST_ZOOM);
  const scale = scaleOf({ ...view, zoom }, size);
  const along = (middle: number, whole: number, seen: number) => {
    const half = seen / scale / 2;
    return half * 2 >= whole ? whole / 2 : between(half, middle, whole - half);
  };
  return {
    zoom,
    x: along(view.x, WORLD.width, size.width),
    y: along(view.y, WORLD.height, size.height),
  };
}

/** Moved by pixels of the screen. */
export function panned(view: View, size: Size, right: number, down: number): View {
  const scale = scaleOf(view, size);
  return held({ ...view, x: view.x - right / scale, y: view.y - down / scale }, size);
}

/** Larger by a factor; the point of the screen stays where it is. */
export function zoomed(view: View, size: Size, factor: number, at?: readonly [number, number]): View {
  const zoom = between(1, view.zoom * factor, MOST_ZOOM);
  const [right, down] = at ? [at[0] - size.width / 2, at[1] - size.height / 2] : [0, 0];
  const was = scaleOf(view, size);
  const is = scaleOf({ ...view, zoom }, size);
  return held({ zoom, x: view.x + right / was - right / is, y: view.y + down / was - down / is }, size);
}

/** With a point of the plane in the middle, so large. */
export function centred(size: Size, [x, y]: readonly [number, number], zoom: number): View {
  return held({ zoom, x, y }, size);
}
