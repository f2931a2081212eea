import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { Fact } from '@/ui/facts';
import classes from './actions.module.css';

const SetCampaignDialog = lazy(() => import('./dialogs/set-campaign-dialog'));

interface ActionCampaignProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** The campaign it belongs to, and the way into another one. */
export function ActionCampaign({ action, onStale }: ActionCampaignProps) {
  const { t } = useTranslation('actions');
  const [moving, setMoving] = useState(false);
  const { operation } = action;
  const moves = action.allowedActions.includes('CHANGE');
  if (!operation && !moves) return null;
  return (
    <Fact label={t('fields.operation')}>
      {operation ? (
        <Link to="/campaigns/$id" params={{ id: operation.id }} search={{}} className={classes.link}>
          {operation.name}
        </Link>
      ) : (
        t('campaigns.none')
      )}
      {moves ? (
        <div className={classes.acts}>
          <Button size="compact-xs" variant="default" onClick={() => setMoving(true)}>
            {t('campaigns.move')}…
          </Button>
        </div>
      ) : null}
      {moving ? (
        <Suspense>
          <SetCampaignDialog action={action} onStale={onStale} onClose={() => setMoving(false)} />
        </Suspense>
      ) : null}
    </Fact>
  );
}
