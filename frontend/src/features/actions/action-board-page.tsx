import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { OfflineActionKind } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FilterMenu } from '@/ui/filter-menu';
import { PageHeader } from '@/ui/page-header';
import { ShortFailure } from '@/ui/short-failure';
import { Toolbar } from '@/ui/toolbar';
import { type ActionColumn, COLUMNS } from './action-search';
import { ActionStateBadge, EmbargoBadge } from './action-state';
import { ActionWindowText } from './action-window';
import classes from './actions.module.css';
import { CampaignSelect } from './campaigns/campaign-select';

const ProposeDialog = lazy(() => import('./dialogs/propose-dialog'));

const ActionColumnQuery = graphql(`
  query ActionColumn($filter: OfflineActionFilter!) {
    offlineActions(first: 30, filter: $filter) {
      nodes {
        ...ActionCard
      }
      totalCount
    }
  }
  fragment ActionCard on OfflineAction {
    id
    reference
    title
    kind
    state
    embargoed
    window {
      ...ActionWindowText
    }
    leadAgency {
      id
      name
      nameZh
    }
  }
`);

const route = getRouteApi('/_app/actions/');

/** The actions by where they stand; who is not on a team sees only what was released or verified. */
export function ActionBoardPage() {
  const { t } = useTranslation('actions');
  const proposes = may(useViewer(), 'OFFLINE_ACTION_PROPOSE');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [proposing, setProposing] = useState(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          <>
            <Button variant="default" renderRoot={(props) => <Link to="/actions/map" search={{}} {...props} />}>
              {t('map.open')}
            </Button>
            <Button variant="default" renderRoot={(props) => <Link to="/campaigns" search={{}} {...props} />}>
              {t('campaigns.title')}
            </Button>
            {proposes ? (
              <Button leftSection={<IconPlus size={15} />} onClick={() => setProposing(true)}>
                {t('propose')}
              </Button>
            ) : null}
          </>
        }
      />
      <Toolbar>
        <Button
          variant={search.mine ? 'light' : 'default'}
          fw={500}
          aria-pressed={search.mine === true}
          onClick={() =>
            void navigate({ search: (now) => ({ ...now, mine: now.mine ? undefined : true }), replace: true })
          }
        >
          {t('mine')}
        </Button>
        <FilterMenu
          label={t('fields.kind')}
          options={Object.values(OfflineActionKind).map((value) => ({ value, label: t(`kinds.${value}`) }))}
          selected={search.kinds}
          onChange={(kinds) => void navigate({ search: (now) => ({ ...now, kinds }), replace: true })}
        />
        <CampaignFilter />
      </Toolbar>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways has to be reached by the keys too */}
      <section className={classes.board} aria-label={t('title')} tabIndex={0}>
        {(Object.keys(COLUMNS) as ActionColumn[]).map((column) => (
          <Column key={column} column={column} />
        ))}
      </section>
      {proposing ? (
        <Suspense>
          <ProposeDialog
            onClose={() => setProposing(false)}
            onProposed={(id) => void navigate({ to: '/actions/$id', params: { id }, search: {} })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function CampaignFilter() {
  const { t } = useTranslation('actions');
  const { campaign } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <CampaignSelect
      size="xs"
      w={184}
      aria-label={t('fields.operation')}
      placeholder={t('fields.operation')}
      clearable
      value={campaign ?? null}
      onChange={(next) => void navigate({ search: (now) => ({ ...now, campaign: next ?? undefined }), replace: true })}
    />
  );
}

function Column({ column }: { column: ActionColumn }) {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const { number } = useFormats();
  const { mine, kinds, campaign } = route.useSearch();
  const [{ data, error }, reload] = useQuery({
    query: ActionColumnQuery,
    variables: { filter: { states: [...COLUMNS[column]], mine, kinds, operationId: campaign } },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const cards = data?.offlineActions.nodes;
  const beyond = (data?.offlineActions.totalCount ?? 0) - (cards?.length ?? 0);
  return (
    <section className={classes.column} aria-label={t(`columns.${column}`)} aria-busy={!cards && !error}>
      <h2 className={classes.head}>
        {t(`columns.${column}`)}
        <span className={classes.dimmed}>{number(data?.offlineActions.totalCount ?? 0)}</span>
      </h2>
      {error && !cards ? <ShortFailure error={error} retry={refresh} /> : null}
      {cards?.length === 0 ? <p className={classes.dimmed}>{t('nothing')}</p> : null}
      <ul className={classes.cards}>
        {cards?.map(({ id, reference, title, kind, state, embargoed, window, leadAgency }) => (
          <li key={id} className={classes.card}>
            <Link to="/actions/$id" params={{ id }} search={{}} className={classes.link}>
              {title}
            </Link>
            <span className={classes.code}>{reference}</span>
            <span>
              {t(`kinds.${kind}`)} · {localName(leadAgency)}
            </span>
            {window ? <ActionWindowText window={window} /> : null}
            <span>
              <ActionStateBadge state={state} /> {embargoed ? <EmbargoBadge /> : null}
            </span>
          </li>
        ))}
      </ul>
      {beyond > 0 ? <p className={classes.dimmed}>{t('beyond', { count: beyond })}</p> : null}
    </section>
  );
}
