import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BlindMatchAction, type BlindMatchDetailFragment } from '@/gql/graphql';

const route = getRouteApi('/_app/matches');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function MatchActions({ match }: { match: BlindMatchDetailFragment }) {
  const { t } = useTranslation('matches');
  const navigate = route.useNavigate();
  return Object.values(BlindMatchAction)
    .filter((action) => match.allowedActions.includes(action))
    .map((action) => (
      <Button
        key={action}
        variant={action === 'PROPOSE' || action === 'AGREE' ? 'filled' : 'default'}
        onClick={() => void navigate({ search: (now) => ({ ...now, do: action }) })}
      >
        {t(`actions.${action}`)}
      </Button>
    ));
}
