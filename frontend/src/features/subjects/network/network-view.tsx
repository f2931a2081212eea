import { Alert, Button, SegmentedControl, Select, Skeleton, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IdentifierStrength, SubjectKind } from '@/gql/graphql';
import { FilterMenu } from '@/ui/filter-menu';
import { QueryFailure } from '@/ui/query-failure';
import { STEPS } from '../subject-search';
import classes from './network.module.css';
import { type Network, narrowed } from './network-graph';
import { NetworkLegend } from './network-legend';
import { NetworkSide } from './network-side';
import { NetworkTable } from './network-table';
import { useWords } from './network-words';
import { type NetworkState, useNetwork } from './use-network';

const NetworkChart = lazy(() => import('./network-chart'));

const USUAL_STEPS = '2';

const route = getRouteApi('/_app/subjects/$subject');

/** What hangs together with a subject: as a picture or as tables, with one of them beside it. */
export default function NetworkView({ start }: { start: { id: string } }) {
  const search = route.useSearch();
  const { kinds, strengths, steps = USUAL_STEPS } = search;
  const state = useNetwork(start.id, Number(steps));
  const [selected, setSelected] = useState<string | null>(start.id);
  const { network, starts, path } = state;
  const shown = useMemo(
    () => network && narrowed(network, { kinds, strengths }, [...starts, ...path]),
    [network, kinds, strengths, starts, path],
  );
  // Where the other end of a path is asked for, a click names it.
  const [choosing, setChoosing] = useState<string | null>(null);
  const select = (id: string) => {
    if (choosing && choosing !== id) state.setEnds({ from: choosing, to: id });
    if (choosing) setChoosing(null);
    else setSelected(id);
  };
  if (state.error && !network) return <QueryFailure error={state.error} retry={state.reload} />;
  return (
    <div className={classes.root}>
      <div className={classes.main} aria-busy={state.fetching && !network}>
        <Controls state={state} network={shown} />
        {shown ? (
          <Picture state={state} network={shown} selected={selected} onSelect={select} />
        ) : (
          <Skeleton className={classes.chart} />
        )}
      </div>
      <NetworkSide
        state={state}
        network={shown}
        selected={selected}
        choosing={choosing}
        onChoose={setChoosing}
        onSelect={select}
      />
    </div>
  );
}

function Controls({ state, network }: { state: NetworkState; network: Network | undefined }) {
  const { t } = useTranslation('subjects');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true });
  return (
    <>
      <div className={classes.controls}>
        <Select
          size="xs"
          w={110}
          aria-label={t('network.steps')}
          allowDeselect={false}
          data={Object.values(STEPS).map((value) => ({ value, label: t('network.step', { count: Number(value) }) }))}
          value={search.steps ?? USUAL_STEPS}
          onChange={(steps) => set({ steps: (steps as typeof search.steps) ?? undefined })}
        />
        <FilterMenu
          label={t('network.kinds')}
          options={Object.values(SubjectKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          selected={search.kinds}
          onChange={(kinds) => set({ kinds })}
        />
        <FilterMenu
          label={t('network.strengths')}
          options={Object.values(IdentifierStrength).map((value) => ({ value, label: t(`strengths.${value}`) }))}
          selected={search.strengths}
          onChange={(strengths) => set({ strengths })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('network.as')}
          data={[
            { value: 'graph', label: t('network.graph') },
            { value: 'table', label: t('network.table') },
          ]}
          value={search.as ?? 'graph'}
          onChange={(as) => set({ as: as === 'table' ? 'table' : undefined })}
        />
        {state.starts.length > 1 || state.ends ? (
          <Button variant="subtle" onClick={state.startAgain}>
            {t('network.reset')}
          </Button>
        ) : null}
        {network ? <Counts network={network} /> : null}
      </div>
      {state.isComplete ? null : (
        <Alert color="yellow" variant="light" p="xs">
          {t('network.incomplete')}
        </Alert>
      )}
    </>
  );
}

function Counts({ network: { subjects, shared, links } }: { network: Network }) {
  const { t } = useTranslation('subjects');
  const counts = [
    t('network.subjects', { count: subjects.length }),
    t('network.shared', { count: shared.length }),
    t('network.links', { count: links.length }),
  ];
  return (
    <span className={classes.counts} role="status">
      {counts.join(' · ')}
    </span>
  );
}

interface PictureProps {
  state: NetworkState;
  network: Network;
  selected: string | null;
  onSelect: (id: string) => void;
}

function Picture({ state, network, selected, onSelect }: PictureProps) {
  const { t } = useTranslation('subjects');
  const { as, kinds, strengths } = route.useSearch();
  const navigate = route.useNavigate();
  const words = useWords(network);
  const { starts, path } = state;
  const marks = useMemo(() => ({ starts, selected, path }), [starts, selected, path]);
  const alone = network.subjects.length < 2;
  return (
    <>
      {alone ? (
        <Text size="sm" c="dimmed">
          {t(kinds || strengths ? 'network.aloneFiltered' : 'network.alone')}
        </Text>
      ) : null}
      {as === 'table' ? (
        <NetworkTable network={network} marks={marks} onSelect={onSelect} />
      ) : (
        <>
          <Suspense fallback={<Skeleton className={classes.chart} aria-busy />}>
            <NetworkChart
              label={t('network.label', { count: network.subjects.length })}
              network={network}
              marks={marks}
              words={words}
              onSelect={onSelect}
              onOpen={(id) => void navigate({ to: '/subjects/$subject', params: { subject: id }, search: {} })}
            />
          </Suspense>
          <NetworkLegend network={network} />
        </>
      )}
    </>
  );
}
