import { CloseButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SitePlaceFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { ShortFailure } from '@/ui/short-failure';
import { ActionStateBadge, EmbargoBadge } from '../action-state';
import { ActionWindowText } from '../action-window';
import classes from './map.module.css';

const ActionsAtPlace = graphql(`
  query ActionsAtPlace($ids: [ID!]!) {
    nodes(ids: $ids) {
      id
      ... on OfflineAction {
        ...ActionCard
      }
    }
  }
`);

const MOST = 20;

interface PlaceCardProps {
  places: readonly SitePlaceFragment[];
  /** Absent while somebody only points at it. */
  onClose?: () => void;
}

/** The actions at a place, or at several that lie on each other. */
export function PlaceCard({ places, onClose }: PlaceCardProps) {
  const { t } = useTranslation(['actions', 'common']);
  const { country, labelled, list, number } = useFormats();
  const root = useRef<HTMLElement>(null);
  const all = [...new Set(places.flatMap(({ actionIds }) => actionIds))];
  const [{ data, error }, reload] = useQuery({ query: ActionsAtPlace, variables: { ids: all.slice(0, MOST) } });
  const actions = data?.nodes.flatMap((node) => (node && 'title' in node ? [node] : []));
  const pinned = onClose !== undefined;
  useEffect(() => {
    if (pinned) root.current?.focus({ preventScroll: true });
  }, [pinned]);

  const sites = places.reduce((sum, place) => sum + place.sites, 0);
  const countries = [...new Set(places.map((place) => country(place.country)))];
  const title = labelled(t('map.sites', { count: sites, shown: number(sites) }), list(countries));
  // Some actions may be named by no place: each names twenty of its own.
  const more = all.length > MOST || places.some((place) => place.actions > place.actionIds.length);
  return (
    <section
      ref={root}
      className={classes.card}
      aria-label={title}
      aria-busy={!actions && !error}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose?.()}
    >
      <div className={classes.title}>
        <span>{title}</span>
        {onClose ? <CloseButton size={26} aria-label={t('map.closeCard')} onClick={onClose} /> : null}
      </div>
      {error && !actions ? <ShortFailure error={error} retry={reload} /> : null}
      <ul className={classes.actions}>
        {actions?.map(({ id, reference, title: name, kind, state, embargoed, window }) => (
          <li key={id} className={classes.action}>
            <Link to="/actions/$id" params={{ id }} search={{}} className={classes.link}>
              {name}
            </Link>
            <span className={classes.detail}>
              {reference} · {t(`kinds.${kind}`)}
            </span>
            {window ? (
              <span className={classes.detail}>
                <ActionWindowText window={window} />
              </span>
            ) : null}
            <span>
              <ActionStateBadge state={state} /> {embargoed ? <EmbargoBadge /> : null}
            </span>
          </li>
        ))}
      </ul>
      {more ? <p className={classes.detail}>{t('map.moreInList')}</p> : null}
    </section>
  );
}
