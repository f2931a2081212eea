import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GroupPageFragment, SharingGroupAction } from '@/gql/graphql';

/** Its members are changed where they stand. */
const BESIDE = ['UPDATE', 'LEAVE'] as const satisfies SharingGroupAction[];

const route = getRouteApi('/_app/groups/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function GroupActions({ group }: { group: GroupPageFragment }) {
  const { t } = useTranslation('groups');
  const navigate = route.useNavigate();
  const can = (action: SharingGroupAction) => group.allowedActions.includes(action);
  const open = (action: SharingGroupAction) => void navigate({ search: { do: action } });
  return (
    <>
      {BESIDE.filter(can).map((action) => (
        <Button key={action} variant="default" onClick={() => open(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {can('CLOSE') ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item c="red" onClick={() => open('CLOSE')}>
              {t('actions.CLOSE')}…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
