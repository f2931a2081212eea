import { Button, Select } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { OfflineActionState, SiteKind } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { FIRST_PAGE, isNarrowed } from '@/lib/keyset';
import { FilterMenu } from '@/ui/filter-menu';
import { Toolbar } from '@/ui/toolbar';
import { CampaignSelect } from '../campaigns/campaign-select';
import type { MapSearch } from './map-search';

const DayInput = lazy(() => import('@/ui/day-input'));

const route = getRouteApi('/_app/actions/map');

/** Period, state, campaign and place: all in the address, for the map and the list alike. */
export function MapFilters() {
  const { t } = useTranslation(['actions', 'common']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const countries = useCountries();
  const { from, to, states, kinds, campaign, country } = search;
  const change = (next: MapSearch) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <Toolbar>
      <Suspense>
        <DayInput
          size="xs"
          w={140}
          aria-label={t('map.from')}
          placeholder={t('map.from')}
          clearable
          value={from}
          max={to}
          onChange={(day) => change({ from: day || undefined })}
        />
        <DayInput
          size="xs"
          w={140}
          aria-label={t('map.to')}
          placeholder={t('map.to')}
          clearable
          value={to}
          min={from}
          onChange={(day) => change({ to: day || undefined })}
        />
      </Suspense>
      <FilterMenu
        label={t('map.state')}
        options={Object.values(OfflineActionState).map((value) => ({ value, label: t(`states.${value}`) }))}
        selected={states}
        onChange={(next) => change({ states: next })}
      />
      <FilterMenu
        label={t('fields.siteKind')}
        options={Object.values(SiteKind).map((value) => ({ value, label: t(`siteKinds.${value}`) }))}
        selected={kinds}
        onChange={(next) => change({ kinds: next })}
      />
      <CampaignSelect
        size="xs"
        w={184}
        aria-label={t('fields.operation')}
        placeholder={t('fields.operation')}
        clearable
        value={campaign ?? null}
        onChange={(next) => change({ campaign: next ?? undefined })}
      />
      <Select
        size="xs"
        w={160}
        aria-label={t('fields.country')}
        placeholder={t('fields.country')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('common:clear') }}
        nothingFoundMessage={t('common:nothingFound')}
        data={countries}
        value={country ?? null}
        onChange={(next) => change({ country: next ?? undefined })}
      />
      {isNarrowed(search) ? (
        <Button
          variant="subtle"
          color="gray"
          onClick={() =>
            change({
              from: undefined,
              to: undefined,
              states: undefined,
              kinds: undefined,
              campaign: undefined,
              country: undefined,
            })
          }
        >
          {t('common:clearFilters')}
        </Button>
      ) : null}
    </Toolbar>
  );
}
