import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { CampaignPageFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { useLocalName } from '@/lib/local-name';
import { Fact, Facts } from '@/ui/facts';
import { PageHeader } from '@/ui/page-header';
import { QueryFailure } from '@/ui/query-failure';
import { RouteMissing } from '@/ui/route-missing';
import { Section } from '@/ui/section';
import { TwoColumns, TwoColumnsSkeleton } from '@/ui/two-columns';
import { ActionStateBadge, EmbargoBadge } from '../action-state';
import { ActionWindowText } from '../action-window';
import classes from '../actions.module.css';
import type { CampaignStep } from './campaign-search';
import { CampaignStateBadge } from './campaign-state';

const CampaignDialog = lazy(() => import('./campaign-dialogs'));
const SetCampaignDialog = lazy(() => import('../dialogs/set-campaign-dialog'));

const CampaignPageQuery = graphql(`
  query CampaignPage($id: ID!) {
    enforcementOperation(id: $id) {
      ...CampaignPage
    }
  }
  fragment CampaignPage on EnforcementOperation {
    id
    reference
    name
    purpose
    closed
    createdBy {
      id
      name
    }
    createdAt
    version
    mayChange
    actions {
      ...ActionCard
      version
      allowedActions
      operation {
        id
      }
    }
  }
`);

const route = getRouteApi('/_app/campaigns/$id');

export function CampaignPage() {
  const { t } = useTranslation(['actions', 'common']);
  const { id } = route.useParams();
  const { do: step } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error }, reload] = useQuery({ query: CampaignPageQuery, variables: { id } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(undefined, refresh);
  const campaign = data?.enforcementOperation;

  if (!campaign) {
    const missing = hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'INVALID_ID');
    if (data?.enforcementOperation === null || missing) return <RouteMissing />;
    if (error) return <QueryFailure error={error} retry={reload} />;
    return (
      <>
        <PageHeader eyebrow={<Trail />} title={t('common:loading')} />
        <TwoColumnsSkeleton />
      </>
    );
  }
  const steps: CampaignStep[] = campaign.mayChange ? ['CHANGE', campaign.closed ? 'REOPEN' : 'CLOSE'] : [];
  return (
    <>
      <PageHeader
        eyebrow={<Trail reference={campaign.reference} />}
        title={campaign.name}
        meta={<CampaignStateBadge closed={campaign.closed} />}
        actions={steps.map((each) => (
          <Button key={each} variant="default" onClick={() => void navigate({ search: { do: each } })}>
            {t(`campaigns.steps.${each}`)}…
          </Button>
        ))}
      />
      <TwoColumns side={<CampaignFacts campaign={campaign} />}>
        {campaign.purpose ? (
          <Section title={t('campaigns.purpose')}>
            <p className={classes.text}>{campaign.purpose}</p>
          </Section>
        ) : null}
        <CampaignActions campaign={campaign} onMoved={refresh} />
      </TwoColumns>
      {step && steps.includes(step) ? (
        <Suspense>
          <CampaignDialog
            key={step}
            campaign={campaign}
            step={step}
            onStale={refresh}
            onClose={() => void navigate({ search: {}, replace: true })}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function CampaignFacts({ campaign }: { campaign: CampaignPageFragment }) {
  const { t } = useTranslation('actions');
  const { dateTime } = useFormats();
  const { createdBy, createdAt } = campaign;
  return (
    <Facts>
      <Fact label={t('campaigns.createdBy')}>{createdBy.name}</Fact>
      <Fact label={t('campaigns.createdAt')}>
        <time dateTime={createdAt}>{dateTime(createdAt)}</time>
      </Fact>
    </Facts>
  );
}

interface CampaignActionsProps {
  campaign: CampaignPageFragment;
  /** Reads the campaign again. */
  onMoved: () => void;
}

function CampaignActions({ campaign, onMoved }: CampaignActionsProps) {
  const { t } = useTranslation('actions');
  const localName = useLocalName();
  const { labelled } = useFormats();
  const [moving, setMoving] = useState<CampaignPageFragment['actions'][number]>();
  const { actions } = campaign;
  return (
    <Section
      title={t('title')}
      count={actions.length}
      actions={
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/actions" search={{ campaign: campaign.id }} {...props} />}
        >
          {t('campaigns.onBoard')}
        </Button>
      }
    >
      {actions.length > 0 ? (
        <ul className={classes.list} aria-label={t('title')}>
          {actions.map((action) => {
            const { id, reference, title, kind, state, embargoed, window, leadAgency, allowedActions } = action;
            return (
              <li key={id} className={classes.item}>
                <Link to="/actions/$id" params={{ id }} search={{}} className={classes.link}>
                  {title}
                </Link>
                <span className={classes.code}>{reference}</span>
                <span>
                  {t(`kinds.${kind}`)} · {localName(leadAgency)}
                </span>
                {window ? <ActionWindowText window={window} /> : null}
                <ActionStateBadge state={state} />
                {embargoed ? <EmbargoBadge /> : null}
                {allowedActions.includes('CHANGE') ? (
                  <Button
                    className={classes.end}
                    size="compact-xs"
                    variant="subtle"
                    aria-label={labelled(t('campaigns.move'), title)}
                    onClick={() => setMoving(action)}
                  >
                    {t('campaigns.move')}…
                  </Button>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : (
        <p className={classes.dimmed}>{t('campaigns.noActions')}</p>
      )}
      {moving ? (
        <Suspense>
          <SetCampaignDialog action={moving} onStale={onMoved} onDone={onMoved} onClose={() => setMoving(undefined)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function Trail({ reference }: { reference?: string }) {
  const { t } = useTranslation('actions');
  return (
    <>
      <Link to="/campaigns" search={{}}>
        {t('campaigns.title')}
      </Link>
      <span aria-hidden> / </span>
      {reference ? <span className={classes.code}>{reference}</span> : null}
    </>
  );
}
