import { Button, Skeleton } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { SitePlaceFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { ActionTrail } from '../action-page';
import classes from './map.module.css';
import { MapFilters } from './map-filters';
import { siteFilter } from './map-search';
import { SiteList } from './site-list';

/** It brings the shapes of the countries along: only who opens the map loads them. */
const WorldMap = lazy(() => import('./world-map'));

const ActionSiteMapQuery = graphql(`
  query ActionSiteMap($filter: ActionSiteFilter) {
    actionSiteMap(filter: $filter, detail: EXACT) {
      places {
        ...SitePlace
      }
      sites
      isTruncated
    }
  }
  fragment SitePlace on SitePlace {
    country
    divisionCode
    latitude
    longitude
    sites
    actions
    actionIds
  }
`);

const route = getRouteApi('/_app/actions/map');
const NOWHERE: readonly SitePlaceFragment[] = [];

/** Where the actions are that one sees: on a map of the world, and as a list. */
export function MapPage() {
  const { t } = useTranslation('actions');
  const { number } = useFormats();
  const search = route.useSearch();
  const [{ data, error }, reload] = useQuery({
    query: ActionSiteMapQuery,
    variables: { filter: siteFilter(search) },
  });
  useLiveRefresh(undefined, () => reload({ requestPolicy: 'network-only' }));
  const found = data?.actionSiteMap;
  return (
    <>
      <PageHeader
        eyebrow={<ActionTrail />}
        title={t('map.title')}
        actions={
          <Button variant="default" renderRoot={(props) => <Link to="/actions" search={{}} {...props} />}>
            {t('map.board')}
          </Button>
        }
      />
      <MapFilters />
      <div className={classes.columns}>
        <div className={classes.left} aria-busy={!found && !error}>
          {error && !found ? (
            <QueryFailure error={error} retry={reload} />
          ) : (
            <Suspense fallback={<Skeleton className={classes.map} radius={0} aria-busy />}>
              <WorldMap label={t('map.label')} places={found?.places ?? NOWHERE} />
            </Suspense>
          )}
          {found?.isTruncated ? (
            <p className={classes.hint}>{t('map.truncated', { count: found.sites, shown: number(found.sites) })}</p>
          ) : null}
          <p className={classes.hint}>{t('map.borders')}</p>
        </div>
        <div className={classes.right}>
          <SiteList />
        </div>
      </div>
    </>
  );
}
