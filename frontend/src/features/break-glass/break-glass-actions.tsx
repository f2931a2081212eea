import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BreakGlassAction, type BreakGlassDetailFragment } from '@/gql/graphql';

const route = getRouteApi('/_app/break-glass');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function BreakGlassActions({ request }: { request: BreakGlassDetailFragment }) {
  const { t } = useTranslation('breakGlass');
  const navigate = route.useNavigate();
  return Object.values(BreakGlassAction)
    .filter((action) => request.allowedActions.includes(action))
    .map((action) => (
      <Button
        key={action}
        variant={action === 'APPROVE' ? 'filled' : 'default'}
        onClick={() => void navigate({ search: (now) => ({ ...now, do: action }) })}
      >
        {t(`actions.${action}`)}
      </Button>
    ));
}
