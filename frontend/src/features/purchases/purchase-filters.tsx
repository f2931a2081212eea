import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useOrganizationDirectory } from '@/features/members/directory';
import { graphql } from '@/gql';
import { PurchaseState } from '@/gql/graphql';
import { FIRST_PAGE } from '@/lib/keyset';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { RemoteSelect } from '@/ui/remote-select';
import { Toolbar } from '@/ui/toolbar';
import type { PurchaseBoardSearch } from './purchase-search';

const PurchaseBrands = graphql(`
  query PurchaseBrands($search: String) {
    brands(first: 20, filter: { search: $search }) {
      nodes {
        id
        name
        nameZh
      }
    }
  }
`);

const PurchasePrograms = graphql(`
  query PurchasePrograms {
    testPurchasePrograms(first: 50) {
      nodes {
        id
        name
      }
    }
  }
`);

const PurchaseFilterNames = graphql(`
  query PurchaseFilterNames($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      ... on Brand {
        id
        name
        nameZh
      }
      ... on Organization {
        id
        name
        nameZh
      }
      ... on TestPurchaseProgram {
        id
        name
      }
    }
  }
`);

const route = getRouteApi('/_app/purchases/');

/** What narrows the board, all of it in the address. */
export function PurchaseFilters({ phone }: { phone: boolean }) {
  const { t } = useTranslation('purchases');
  const viewer = useViewer();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<PurchaseBoardSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, ...next }), replace: true });
  return (
    <Toolbar>
      <Toggle
        on={search.waiting === true}
        label={t('waiting')}
        onToggle={() => change({ waiting: search.waiting ? undefined : true })}
      />
      {may(viewer, 'PURCHASE_BUY') ? (
        <Toggle
          on={search.buying === true}
          label={t('buying')}
          onToggle={() => change({ buying: search.buying ? undefined : true })}
        />
      ) : null}
      <FilterMenu
        label={t('fields.state')}
        options={Object.values(PurchaseState).map((value) => ({ value, label: t(`states.${value}`) }))}
        selected={search.states}
        onChange={(states) => change({ states })}
      />
      <Selects search={search} change={change} />
      {phone ? null : (
        <Toggle
          on={search.list === true}
          label={t('asList')}
          onToggle={() => change({ list: search.list ? undefined : true })}
        />
      )}
    </Toolbar>
  );
}

function Toggle({ on, label, onToggle }: { on: boolean; label: string; onToggle: () => void }) {
  return (
    <Button variant={on ? 'light' : 'default'} fw={500} aria-pressed={on} onClick={onToggle}>
      {label}
    </Button>
  );
}

interface SelectsProps {
  search: PurchaseBoardSearch;
  change: (next: Partial<PurchaseBoardSearch>) => void;
}

function Selects({ search: { organization, program, brand }, change }: SelectsProps) {
  const { t } = useTranslation('purchases');
  const localName = useLocalName();
  const organizations = useOrganizationDirectory();
  const [typed, setTyped] = useState('');
  const [{ data: found }] = useQuery({ query: PurchaseBrands, variables: { search: typed || undefined } });
  const [{ data: programs }] = useQuery({ query: PurchasePrograms });
  const named = useNames([organization, program, brand].filter((id) => id !== undefined));
  const withNamed = (options: { value: string; label: string }[], id: string | undefined) =>
    !id || options.some(({ value }) => value === id) ? options : [...options, ...named.filter((n) => n.value === id)];
  const brands = found?.brands.nodes.map((each) => ({ value: each.id, label: localName(each) })) ?? [];
  const open = programs?.testPurchasePrograms.nodes.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const common = { size: 'xs', w: 152, clearable: true } as const;
  return (
    <>
      <RemoteSelect
        {...common}
        aria-label={t('fields.organization')}
        placeholder={t('fields.organization')}
        options={withNamed(organizations.options, organization)}
        onSearch={organizations.onSearch}
        value={organization ?? null}
        onChange={(next) => change({ organization: next ?? undefined })}
      />
      <RemoteSelect
        {...common}
        aria-label={t('fields.program')}
        placeholder={t('fields.program')}
        options={withNamed(open, program)}
        onSearch={() => {}}
        value={program ?? null}
        onChange={(next) => change({ program: next ?? undefined })}
      />
      <RemoteSelect
        {...common}
        aria-label={t('fields.brand')}
        placeholder={t('fields.brand')}
        options={withNamed(brands, brand)}
        onSearch={setTyped}
        value={brand ?? null}
        onChange={(next) => change({ brand: next ?? undefined })}
      />
    </>
  );
}

/** An address knows ids only. */
function useNames(ids: string[]) {
  const localName = useLocalName();
  const [{ data }] = useQuery({ query: PurchaseFilterNames, variables: { ids }, pause: ids.length === 0 });
  if (ids.length === 0) return [];
  return (data?.nodes ?? []).flatMap((each) => {
    if (!each) return [];
    if (each.__typename === 'TestPurchaseProgram') return [{ value: each.id, label: each.name }];
    if (each.__typename === 'Brand' || each.__typename === 'Organization')
      return [{ value: each.id, label: localName(each) }];
    return [];
  });
}
