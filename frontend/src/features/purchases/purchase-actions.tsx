import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PurchasePageFragment, PurchaseStep } from '@/gql/graphql';

/** What takes it further, the likeliest first: the first one allowed becomes the button. */
const FORWARD = [
  'APPROVE',
  'APPROVE_TOP_UP',
  'ORDER',
  'ASSIGN',
  'SHIP',
  'RECEIVE',
] as const satisfies readonly PurchaseStep[];
/** What else there is. */
const FURTHER = [
  'REVEAL',
  'REASSIGN',
  'ASK_TOP_UP',
  'HAND_OVER',
  'REFUSE_TOP_UP',
  'REJECT',
  'FAIL',
  'WAIVE_REFUND',
  'CANCEL',
] as const satisfies readonly PurchaseStep[];
const SEVERE: readonly PurchaseStep[] = ['REJECT', 'REFUSE_TOP_UP', 'FAIL', 'WAIVE_REFUND', 'CANCEL'];

const route = getRouteApi('/_app/purchases/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function PurchaseActions({ purchase }: { purchase: PurchasePageFragment }) {
  const { t } = useTranslation('purchases');
  const navigate = route.useNavigate();
  const can = (step: PurchaseStep) => purchase.allowedActions.includes(step);
  const [primary, ...rest] = FORWARD.filter(can);
  const menu: PurchaseStep[] = [...rest, ...FURTHER.filter(can)];
  const act = (step: PurchaseStep) => void navigate({ search: { do: step } });
  return (
    <>
      {primary ? <Button onClick={() => act(primary)}>{t(`steps.${primary}`)}…</Button> : null}
      {menu.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('furtherActions')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map((step) => (
              <Menu.Item key={step} c={SEVERE.includes(step) ? 'red' : undefined} onClick={() => act(step)}>
                {t(`steps.${step}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
