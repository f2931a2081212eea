import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AppraisalPageFragment, AppraisalStep } from '@/gql/graphql';

/** What takes it further, the likeliest first: the first one allowed becomes the button. */
const FORWARD = ['TAKE_UP', 'BEGIN', 'REPORT', 'AGREE', 'FINALIZE'] as const satisfies AppraisalStep[];
/** What stands beside that button. */
const BESIDE = ['CONTEST', 'REINSPECT', 'DECLINE'] as const satisfies AppraisalStep[];
/** What else there is. */
const FURTHER = ['CORRECT', 'CANCEL'] as const satisfies AppraisalStep[];

const route = getRouteApi('/_app/appraisals/$id/');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function AppraisalActions({ appraisal }: { appraisal: AppraisalPageFragment }) {
  const { t } = useTranslation('appraisals');
  const navigate = route.useNavigate();
  const can = (step: AppraisalStep) => appraisal.allowedActions.includes(step);
  const [primary, ...rest] = FORWARD.filter(can);
  const menu: AppraisalStep[] = [...rest, ...FURTHER.filter(can)];
  const act = (step: AppraisalStep) =>
    void (step === 'REPORT' || step === 'CORRECT'
      ? navigate({ to: '/appraisals/$id/report', params: { id: appraisal.id } })
      : navigate({ search: (now) => ({ ...now, do: step }) }));
  return (
    <>
      {BESIDE.filter(can).map((step) => (
        <Button key={step} variant="default" onClick={() => act(step)}>
          {t(`steps.${step}`)}
        </Button>
      ))}
      {primary ? <Button onClick={() => act(primary)}>{t(`steps.${primary}`)}</Button> : null}
      {menu.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map((step) => (
              <Menu.Item key={step} c={step === 'CANCEL' ? 'red' : undefined} onClick={() => act(step)}>
                {t(`steps.${step}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
