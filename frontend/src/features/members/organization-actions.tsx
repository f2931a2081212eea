import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OrganizationAction, OrganizationPageFragment } from '@/gql/graphql';

/** What moves an organisation on, in the order of its membership: the first one allowed becomes the button. */
const FORWARD = ['SUBMIT_APPLICATION', 'START_REVIEW', 'APPROVE', 'REINSTATE'] as const satisfies OrganizationAction[];
const FURTHER = ['UPDATE', 'SUSPEND', 'EXPEL', 'WITHDRAW'] as const satisfies OrganizationAction[];
const SEVERE: OrganizationAction[] = ['SUSPEND', 'EXPEL', 'WITHDRAW'];

const route = getRouteApi('/_app/organizations/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function OrganizationActions({ organization }: { organization: OrganizationPageFragment }) {
  const { t } = useTranslation('members');
  const navigate = route.useNavigate();
  const can = (action: OrganizationAction) => organization.allowedActions.includes(action);
  const open = (action: OrganizationAction) => void navigate({ search: { do: action } });
  const [primary, ...rest] = FORWARD.filter(can);
  const menu = [...rest, ...FURTHER.filter(can)];
  return (
    <>
      {primary ? <Button onClick={() => open(primary)}>{t(`organizationActions.${primary}`)}</Button> : null}
      {menu.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('moreActions')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map((action) => (
              <Menu.Item key={action} c={SEVERE.includes(action) ? 'red' : undefined} onClick={() => open(action)}>
                {t(`organizationActions.${action}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
