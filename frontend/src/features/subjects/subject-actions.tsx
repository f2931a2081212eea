import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconEye } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SubjectAction, SubjectPageFragment } from '@/gql/graphql';
import type { SubjectDialog } from './subject-search';

const route = getRouteApi('/_app/subjects/$subject');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function SubjectActions({ subject }: { subject: SubjectPageFragment }) {
  const { t } = useTranslation('subjects');
  const navigate = route.useNavigate();
  const can = (action: SubjectAction) => subject.allowedActions.includes(action);
  const open = (dialog: SubjectDialog) => void navigate({ search: (now) => ({ ...now, do: dialog }) });
  return (
    <>
      {can('REVEAL') ? (
        <Button variant="default" leftSection={<IconEye size={15} />} onClick={() => open('REVEAL')}>
          {t('actions.REVEAL')}
        </Button>
      ) : null}
      {can('CHANGE') ? (
        <>
          <Button variant="default" onClick={() => open('CHANGE')}>
            {t('actions.CHANGE')}
          </Button>
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon variant="default" size={30} aria-label={t('actions.more')}>
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item c="red" onClick={() => open('REMOVE')}>
                {t('actions.REMOVE')}…
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </>
      ) : null}
    </>
  );
}
