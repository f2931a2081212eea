import { ActionIcon, Button, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconFileText } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePrint } from '@/features/exports/use-print';
import type { OfflineActionPageFragment, OfflineActionStep } from '@/gql/graphql';

/** What takes it further, in the order of its life: the first one allowed becomes the button. */
const FORWARD = [
  'RECORD_OUTCOME',
  'SUBMIT',
  'PLAN',
  'APPROVE',
  'SCHEDULE',
  'START',
  'EXECUTE',
  'SUBMIT_OUTCOME',
  'VERIFY_OUTCOME',
  'START_FOLLOW_UP',
  'CLOSE',
] as const satisfies OfflineActionStep[];
const FURTHER = [
  'CHANGE',
  'RETURN_OUTCOME',
  'CORRECT_OUTCOME',
  'RELEASE',
  'ASK_STOP',
  'POSTPONE',
  'ABORT',
  'CANCEL',
] as const satisfies OfflineActionStep[];
const SEVERE: OfflineActionStep[] = ['ABORT', 'CANCEL'];

const route = getRouteApi('/_app/actions/$id/');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function ActionSteps({ action }: { action: OfflineActionPageFragment }) {
  const { t } = useTranslation('actions');
  const navigate = route.useNavigate();
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const { print, printing } = usePrint(`/actions/${encodeURIComponent(action.id)}/report.pdf`, action.reference);
  const can = (step: OfflineActionStep) => action.allowedActions.includes(step);
  const [primary, ...rest] = FORWARD.filter(can);
  const menu = [...rest, ...FURTHER.filter(can)];
  const { hasReport } = action;
  const act = (step: OfflineActionStep) =>
    void (step === 'RECORD_OUTCOME'
      ? navigate({ to: '/actions/$id/outcome', params: { id: action.id } })
      : navigate({ search: { do: step } }));
  return (
    <>
      {hasReport && !phone ? (
        <Button
          variant="default"
          leftSection={<IconFileText size={15} />}
          loading={printing}
          onClick={() => void print()}
        >
          {t('report')}
        </Button>
      ) : null}
      {primary ? <Button onClick={() => act(primary)}>{t(`steps.${primary}`)}</Button> : null}
      {menu.length > 0 || (hasReport && phone) ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')} loading={phone && printing}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {hasReport && phone ? <Menu.Item onClick={() => void print()}>{t('report')}</Menu.Item> : null}
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
