import { Button, NumberInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import BrandFilter from '@/features/deliveries/brand-filter';
import { ScreenedListingState } from '@/gql/graphql';
import { FIRST_PAGE } from '@/lib/keyset';
import { FilterMenu } from '@/ui/filter-menu';
import { Toolbar } from '@/ui/toolbar';
import { SCREENED_TYPES, statesOf, typesOf } from '../address';
import type { QueueSearch } from '../screening-search';

const route = getRouteApi('/_app/screening/');

/** What narrows the queue; all of it is in the address. */
export function QueueFilters() {
  const { t } = useTranslation(['screening', 'enums']);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: Partial<QueueSearch>) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, selected: undefined, ...next }), replace: true });
  return (
    <Toolbar>
      <FilterMenu
        label={t('screening:fields.state')}
        options={Object.values(ScreenedListingState).map((value) => ({
          value,
          label: t(`screening:states.${value}`),
        }))}
        selected={statesOf(search)}
        onChange={(states) => change({ states })}
      />
      <BrandFilter selected={search.brands} onChange={(brands) => change({ brands })} />
      <FilterMenu
        label={t('screening:fields.pack')}
        options={SCREENED_TYPES.map((value) => ({ value, label: t(`enums:infringement.${value}`) }))}
        selected={typesOf(search)}
        onChange={(types) => change({ types })}
      />
      <LeastScore least={search.least} onChange={(least) => change({ least })} />
      <Toggle
        label={t('screening:filters.watched')}
        pressed={search.watched}
        onChange={(watched) => change({ watched })}
      />
      <Toggle label={t('screening:filters.latest')} pressed={search.latest} onChange={(latest) => change({ latest })} />
    </Toolbar>
  );
}

interface ToggleProps {
  label: string;
  pressed: true | undefined;
  onChange: (pressed: true | undefined) => void;
}

function Toggle({ label, pressed, onChange }: ToggleProps) {
  return (
    <Button
      variant={pressed ? 'light' : 'default'}
      fw={500}
      aria-pressed={pressed === true}
      onClick={() => onChange(pressed ? undefined : true)}
    >
      {label}
    </Button>
  );
}

interface LeastScoreProps {
  least: number | undefined;
  onChange: (least: number | undefined) => void;
}

/** Reported after a short pause; what clears the filters clears the field. */
function LeastScore({ least, onChange }: LeastScoreProps) {
  const { t } = useTranslation('screening');
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<number | string>(least ?? '');
  const report = useDebouncedCallback((value: number | string) => {
    const share = Number(value);
    onChange(share > 0 && share < 1 ? share : undefined);
  }, 400);
  useEffect(() => {
    if (document.activeElement !== input.current) setTyped(least ?? '');
  }, [least]);
  return (
    <NumberInput
      ref={input}
      size="xs"
      w={120}
      aria-label={t('filters.least')}
      placeholder={t('filters.least')}
      min={0}
      max={0.99}
      step={0.05}
      decimalScale={2}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        report(value);
      }}
    />
  );
}
