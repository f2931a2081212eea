import { describe, expect, it } from 'vitest';
import { centred, MOST_ZOOM, onScreen, panned, WHOLE, WORLD, zoomed } from './map-view';

const SIZE = { width: 1000, height: 487 };

describe('what is seen of the world', () => {
  it('is all of it at first, in the middle', () => {
    expect(onScreen(WHOLE, SIZE, [0, 0])).toEqual([0, 0]);
    expect(onScreen(WHOLE, SIZE, [WORLD.width, WORLD.height])).toEqual([1000, 487]);
    expect(panned(WHOLE, SIZE, 300, 40)).toEqual(WHOLE);
  });

  it('grows around the point that one points at', () => {
    const at = [250, 120] as const;
    const [x, y] = onScreen(zoomed(WHOLE, SIZE, 4, at), SIZE, [250, 120]);
    expect(x).toBeCloseTo(250);
    expect(y).toBeCloseTo(120);
  });

  it('ends at its edges, and at the largest', () => {
    const near = zoomed(WHOLE, SIZE, 1e9);
    expect(near.zoom).toBe(MOST_ZOOM);
    const corner = panned(near, SIZE, 1e9, 1e9);
    const [x, y] = onScreen(corner, SIZE, [0, 0]);
    expect(x).toBeCloseTo(0);
    expect(y).toBeCloseTo(0);
    expect(zoomed(corner, SIZE, 1e-9)).toEqual(WHOLE);
  });

  it('is centred on a place, as far as the edge lets it', () => {
    expect(centred(SIZE, [600, 200], 8)).toEqual({ zoom: 8, x: 600, y: 200 });
    expect(centred(SIZE, [0, 0], 2)).toEqual({ zoom: 2, x: 250, y: WORLD.height / 4 });
  });
});
