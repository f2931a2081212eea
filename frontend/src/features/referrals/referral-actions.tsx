import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReferralAction, ReferralPageFragment } from '@/gql/graphql';

/** What takes it further, the likeliest first: the first one allowed becomes the button. */
const FORWARD = [
  'APPROVE',
  'SUBMIT',
  'ACKNOWLEDGE',
  'ANSWER_INFORMATION',
  'ACCEPT',
  'GIVE_FEEDBACK',
] as const satisfies ReferralAction[];
/** What stands beside that button on a desk. */
const BESIDE = ['EDIT', 'RETURN', 'REQUEST_INFORMATION', 'DECLINE', 'OPEN_PACKAGE'] as const satisfies ReferralAction[];
/** What else there is. */
const FURTHER = ['EXTEND_DECISION', 'TAKE_BACK', 'WITHDRAW', 'RETRACT'] as const satisfies ReferralAction[];
const SEVERE: ReferralAction[] = ['WITHDRAW', 'RETRACT', 'DECLINE'];

const route = getRouteApi('/_app/referrals/$id/');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function ReferralActions({ referral }: { referral: ReferralPageFragment }) {
  const { t } = useTranslation('referrals');
  const navigate = route.useNavigate();
  const can = (action: ReferralAction) => referral.allowedActions.includes(action);
  const [primary, ...rest] = FORWARD.filter(can);
  const beside = BESIDE.filter(can);
  const menu: ReferralAction[] = [...rest, ...FURTHER.filter(can)];
  const act = (action: ReferralAction) =>
    void (action === 'EDIT'
      ? navigate({ to: '/referrals/$id/edit', params: { id: referral.id } })
      : navigate({ search: { do: action } }));
  return (
    <>
      {beside.map((action) => (
        <Button key={action} variant="default" onClick={() => act(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {primary ? <Button onClick={() => act(primary)}>{t(`actions.${primary}`)}</Button> : null}
      {menu.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map((action) => (
              <Menu.Item key={action} c={SEVERE.includes(action) ? 'red' : undefined} onClick={() => act(action)}>
                {t(`actions.${action}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
