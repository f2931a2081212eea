import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { panned, type Size, type View, WHOLE, zoomed } from './map-view';

const STEP = 80;
const FACTOR = 1.6;

type Held = Map<number, [number, number]>;

const middle = (held: Held): [number, number] => {
  const at = [...held.values()];
  const sum = (place: 0 | 1) => at.reduce((total, each) => total + each[place], 0) / at.length;
  return [sum(0), sum(1)];
};

/** How far apart two fingers are; one is none apart. */
function spread(held: Held): number {
  const [one, other] = [...held.values()];
  return one && other ? Math.hypot(one[0] - other[0], one[1] - other[1]) : 0;
}

/** What is seen of the world: moved by dragging and the arrow keys, made larger by the wheel, two fingers, and + and −. */
export function useView(root: RefObject<HTMLElement | null>, size: Size) {
  const [view, setView] = useState<View>(WHOLE);
  const held = useRef<Held>(new Map());
  const latest = useRef({ view, size });
  latest.current = { view, size };

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const roll = (event: WheelEvent) => {
      // All of it is seen already: the page goes on, not the map.
      if (event.deltaY > 0 && latest.current.view.zoom <= 1) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = [event.clientX - left, event.clientY - top] as const;
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      setView((now) => zoomed(now, latest.current.size, 2 ** ((-event.deltaY * lines) / 240), at));
    };
    // React listens passively, and could not keep the page where it is.
    element.addEventListener('wheel', roll, { passive: false });
    return () => element.removeEventListener('wheel', roll);
  }, [root]);

  const larger = () => setView((now) => zoomed(now, size, FACTOR));
  const smaller = () => setView((now) => zoomed(now, size, 1 / FACTOR));
  const whole = () => setView(WHOLE);
  const moved = (right: number, down: number) => setView((now) => panned(now, size, right * STEP, down * STEP));
  const KEYS: Record<string, () => void> = {
    '+': larger,
    '=': larger,
    '-': smaller,
    '0': whole,
    ArrowLeft: () => moved(1, 0),
    ArrowRight: () => moved(-1, 0),
    ArrowUp: () => moved(0, 1),
    ArrowDown: () => moved(0, -1),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    // A mark that had the focus may leave the picture.
    root.current?.focus({ preventScroll: true });
    act();
  };

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || (event.target as Element).closest('a, button')) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current.set(event.pointerId, [event.clientX, event.clientY]);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!held.current.has(event.pointerId)) return;
    const [before, apart] = [middle(held.current), spread(held.current)];
    held.current.set(event.pointerId, [event.clientX, event.clientY]);
    const [after, now] = [middle(held.current), spread(held.current)];
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setView((was) => {
      const next = panned(was, size, after[0] - before[0], after[1] - before[1]);
      return apart > 0 && now > 0 ? zoomed(next, size, now / apart, [after[0] - left, after[1] - top]) : next;
    });
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>) => void held.current.delete(event.pointerId);

  return {
    view,
    setView,
    larger,
    smaller,
    whole,
    handlers: { onKeyDown, onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
