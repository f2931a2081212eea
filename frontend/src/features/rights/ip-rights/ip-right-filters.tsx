import { Button, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { IpRightKind, IpRightOrder, IpRightState } from '@/gql/graphql';
import { useCountries } from '@/lib/countries';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { SearchBox } from '@/ui/search-box';
import { Toolbar } from '@/ui/toolbar';
import { BrandFilter, HolderFilter } from '../named-filters';
import { NICE_CLASSES, useNiceClassName } from '../nice-classes';
import { type IpRightSearch, isWaiting } from './ip-right-search';

interface IpRightFiltersProps {
  search: IpRightSearch;
  change: (next: Partial<IpRightSearch>) => void;
}

export function IpRightFilters({ search, change }: IpRightFiltersProps) {
  const { t } = useTranslation('ipRights');
  const className = useNiceClassName();
  const countries = useCountries();
  return (
    <Toolbar
      search={
        <SearchBox label={t('list.search')} value={search.search} onChange={(next) => change({ search: next })} />
      }
    >
      <QuickFilters search={search} change={change} />
      <FilterMenu
        label={t('fields.state')}
        options={Object.values(IpRightState).map((value) => ({ value, label: t(`states.${value}`) }))}
        selected={search.states}
        onChange={(states) => change({ states })}
      />
      <FilterMenu
        label={t('fields.kind')}
        options={Object.values(IpRightKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        selected={search.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <FilterSelect
        label={t('fields.niceClass')}
        width={188}
        data={NICE_CLASSES.map((each) => ({ value: String(each), label: `${each} · ${className(each)}` }))}
        value={search.niceClass}
        onChange={(niceClass) => change({ niceClass })}
      />
      <FilterSelect
        label={t('fields.country')}
        data={countries}
        value={search.country}
        onChange={(country) => change({ country })}
      />
      <HolderFilter value={search.holder} onChange={(holder) => change({ holder })} />
      <BrandFilter value={search.brand} onChange={(brand) => change({ brand })} />
      <Select
        size="xs"
        w={140}
        ml={{ base: 0, md: 'auto' }}
        aria-label={t('list.sort')}
        allowDeselect={false}
        value={search.order ?? 'CREATED_AT'}
        onChange={(order) => change({ order: order === 'EXPIRES_ON' ? order : undefined })}
        data={Object.values(IpRightOrder).map((value) => ({ value, label: t(`list.sortBy.${value}`) }))}
      />
    </Toolbar>
  );
}

/** What each side looks for first: its own rights, or those whose proof is to be looked at. */
function QuickFilters({ search, change }: IpRightFiltersProps) {
  const { t } = useTranslation('ipRights');
  const viewer = useViewer();
  const verifies = may(viewer, 'IP_RIGHT_VERIFY');
  const own = viewer.organization.id;
  const ours = search.holder === own;
  const waiting = isWaiting(search);
  return (
    <>
      {viewer.organization.kind === 'MEMBER_BRAND' ? (
        <Toggle label={t('list.ours')} on={ours} onChange={() => change({ holder: ours ? undefined : own })} />
      ) : null}
      {verifies ? (
        <Toggle
          label={t('list.waiting')}
          on={waiting}
          onChange={() => change({ states: waiting ? undefined : ['SUBMITTED'] })}
        />
      ) : null}
      {verifies || may(viewer, 'IP_RIGHT_EDIT') ? (
        <Toggle
          label={t('list.renewalWaits')}
          on={search.renewalWaits === true}
          onChange={() => change({ renewalWaits: search.renewalWaits ? undefined : true })}
        />
      ) : null}
    </>
  );
}

function Toggle({ label, on, onChange }: { label: string; on: boolean; onChange: () => void }) {
  return (
    <Button variant={on ? 'light' : 'default'} fw={500} aria-pressed={on} onClick={onChange}>
      {label}
    </Button>
  );
}

interface FilterSelectProps {
  label: string;
  width?: number;
  data: { value: string; label: string }[];
  value?: string;
  onChange: (value?: string) => void;
}

function FilterSelect({ label, width = 132, value, onChange, data }: FilterSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      size="xs"
      w={width}
      aria-label={label}
      placeholder={label}
      searchable
      clearable
      nothingFoundMessage={t('nothingFound')}
      comboboxProps={{ width: 280, position: 'bottom-start' }}
      data={data}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
