import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ServiceAccountAction, ServiceAccountPageFragment } from '@/gql/graphql';

/** Credentials are added where they stand. */
const BESIDE = ['EDIT', 'RESUME'] as const satisfies ServiceAccountAction[];
const ENDING = ['SUSPEND', 'REVOKE'] as const satisfies ServiceAccountAction[];

const route = getRouteApi('/_app/partners/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function AccountActions({ account }: { account: ServiceAccountPageFragment }) {
  const { t } = useTranslation('partners');
  const navigate = route.useNavigate();
  const can = (action: ServiceAccountAction) => account.allowedActions.includes(action);
  const open = (action: ServiceAccountAction) => void navigate({ search: { do: action } });
  return (
    <>
      {BESIDE.filter(can).map((action) => (
        <Button key={action} variant="default" onClick={() => open(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {ENDING.some(can) ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {ENDING.filter(can).map((action) => (
              <Menu.Item key={action} c={action === 'REVOKE' ? 'red' : undefined} onClick={() => open(action)}>
                {t(`actions.${action}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
