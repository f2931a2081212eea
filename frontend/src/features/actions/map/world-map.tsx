import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconMinus, IconPlus, IconWorld } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SitePlaceFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { BORDERS, LAND, SEA } from './atlas';
import { Clusters, type Mark, spotsOf } from './clusters';
import { COUNTRY_POINTS } from './country-points';
import classes from './map.module.css';
import { centred, onScreen, projection, type Size, scaleOf, type View } from './map-view';
import { PlaceCard } from './place-card';
import { useView } from './use-view';

interface WorldMapProps {
  label: string;
  places: readonly SitePlaceFragment[];
}

/** How far beyond the edge a mark still shows. */
const MARGIN = 20;
/** From here on the countries in which something is are named. */
const NAMED_FROM = 2;

/**
 * Sites on a map of the world, drawn here and not by a service of tiles: nobody learns where an alliance looks. What lies
 * too near is one mark with a number. Who sees no picture has the same as a list.
 */
export default function WorldMap({ label, places }: WorldMapProps) {
  const { t } = useTranslation('actions');
  const keys = useId();
  const root = useRef<HTMLElement>(null);
  const { ref, width, height } = useElementSize<HTMLElement>();
  const merged = useMergedRef(root, ref);
  const size = { width: width || 1, height: height || 1 };
  const { view, setView, larger, smaller, whole, handlers } = useView(root, size);
  const clusters = useMemo(() => new Clusters(spotsOf(places)), [places]);
  const [open, setOpen] = useState<readonly SitePlaceFragment[]>();
  const [pointed, setPointed] = useState<Mark>();

  const marks = width > 0 ? clusters.marks(view, size) : [];
  const inSight = marks.filter(({ x, y }) => isInSight(view, size, [x, y]));
  const act = (mark: Mark) => {
    const zoom = clusters.opensAt(mark, size);
    setPointed(undefined);
    if (zoom === null) return setOpen(clusters.places(mark));
    setOpen(undefined);
    setView(centred(size, [mark.x, mark.y], zoom));
    // The mark is gone, and what had the focus with it.
    root.current?.focus({ preventScroll: true });
  };
  const shown = open ?? (pointed?.spot ? clusters.places(pointed) : undefined);

  return (
    <div className={classes.frame}>
      <section
        ref={merged}
        className={classes.map}
        aria-label={label}
        aria-describedby={keys}
        data-whole={view.zoom <= 1 || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves has to be moved by the keys too
        tabIndex={0}
        {...handlers}
      >
        <VisuallyHidden id={keys}>{t('map.keys')}</VisuallyHidden>
        <Picture view={view} size={size} places={places} />
        {inSight.map((mark) => (
          <MarkItem
            key={mark.key}
            mark={mark}
            at={onScreen(view, size, [mark.x, mark.y])}
            onAct={() => act(mark)}
            onPoint={(on) => setPointed(on ? mark : undefined)}
          />
        ))}
        {places.length === 0 ? <p className={classes.nothing}>{t('map.nothing')}</p> : null}
      </section>
      <div className={classes.buttons}>
        <ActionIcon variant="default" size={30} aria-label={t('map.larger')} onClick={larger}>
          <IconPlus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size={30} aria-label={t('map.smaller')} onClick={smaller}>
          <IconMinus size={16} />
        </ActionIcon>
        <ActionIcon variant="default" size={30} aria-label={t('map.whole')} onClick={whole}>
          <IconWorld size={16} />
        </ActionIcon>
      </div>
      <VisuallyHidden role="status">{t('map.marks', { count: inSight.length })}</VisuallyHidden>
      {shown ? (
        <PlaceCard
          places={shown}
          onClose={
            open
              ? () => {
                  setOpen(undefined);
                  root.current?.focus({ preventScroll: true });
                }
              : undefined
          }
        />
      ) : null}
    </div>
  );
}

function isInSight(view: View, size: Size, at: readonly [number, number]): boolean {
  const [left, top] = onScreen(view, size, at);
  return left > -MARGIN && left < size.width + MARGIN && top > -MARGIN && top < size.height + MARGIN;
}

interface PictureProps {
  view: View;
  size: Size;
  places: readonly SitePlaceFragment[];
}

function Picture({ view, size, places }: PictureProps) {
  const { country } = useFormats();
  const scale = scaleOf(view, size);
  const [left, top] = onScreen(view, size, [0, 0]);
  const named = view.zoom < NAMED_FROM ? [] : [...new Set(places.map((place) => place.country))];
  return (
    <svg className={classes.picture} width={size.width} height={size.height} aria-hidden>
      <g transform={`translate(${left} ${top}) scale(${scale})`}>
        <path className={classes.sea} d={SEA} />
        <path className={classes.land} d={LAND} />
        <path className={classes.border} d={BORDERS} />
      </g>
      {named.map((code) => {
        const point = COUNTRY_POINTS.get(code);
        const at = point ? projection([point[0], point[1]]) : null;
        if (!at || !isInSight(view, size, at)) return null;
        const [x, y] = onScreen(view, size, at);
        return (
          <text key={code} className={classes.name} x={x} y={y}>
            {country(code)}
          </text>
        );
      })}
    </svg>
  );
}

interface MarkItemProps {
  mark: Mark;
  at: readonly [number, number];
  onAct: () => void;
  onPoint: (on: boolean) => void;
}

/** A place of one action leads there; several open beside the map, and what is several places comes apart. */
function MarkItem({ mark, at: [left, top], onAct, onPoint }: MarkItemProps) {
  const { sites, spot } = mark;
  const name = useMarkName(mark);
  const { number } = useFormats();
  const [action] = spot?.place.actionIds ?? [];
  const wide = spot && sites === 1 ? 24 : Math.min(26 + 4 * Math.log2(sites), 48);
  const props = {
    className: classes.mark,
    'data-vague': (spot && !spot.known) || undefined,
    'aria-label': name,
    title: name,
    style: { left, top, width: wide, height: wide },
    onFocus: () => onPoint(true),
    onBlur: () => onPoint(false),
    onPointerEnter: () => onPoint(true),
    onPointerLeave: () => onPoint(false),
  };
  const text = sites > 1 ? number(sites) : null;
  return spot && action && spot.place.actions === 1 ? (
    <Link to="/actions/$id" params={{ id: action }} search={{}} {...props}>
      {text}
    </Link>
  ) : (
    <button type="button" onClick={onAct} {...props}>
      {text}
    </button>
  );
}

const MOST_COUNTRIES = 3;

/** "12 sites: China, Viet Nam". */
function useMarkName({ sites, countries, spot }: Mark): string {
  const { t } = useTranslation('actions');
  const { country, labelled, list, number } = useFormats();
  const where = countries.slice(0, MOST_COUNTRIES).map(country);
  const more = countries.length > MOST_COUNTRIES ? ['…'] : [];
  const place = spot ? [spot.place.divisionCode ?? ''].filter(Boolean) : [];
  const name = labelled(t('map.sites', { count: sites, shown: number(sites) }), list([...where, ...place, ...more]));
  return spot && !spot.known ? list([name, t('map.vague')]) : name;
}
