import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SamplePageFragment, SampleStep } from '@/gql/graphql';

/** What waits for an answer stands in front. */
const BESIDE = ['CONFIRM_HAND_OVER', 'ORDER_APPRAISAL', 'HAND_OVER'] as const satisfies SampleStep[];
const IN_MENU = ['RECORD_CUSTODY', 'REFUSE_HAND_OVER', 'WITHDRAW_HAND_OVER', 'DISPOSE'] as const satisfies SampleStep[];

const route = getRouteApi('/_app/samples/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function SampleActions({ sample }: { sample: SamplePageFragment }) {
  const { t } = useTranslation('samples');
  const navigate = route.useNavigate();
  const can = (step: SampleStep) => sample.allowedActions.includes(step);
  const open = (step: SampleStep) => void navigate({ search: { do: step } });
  const rest = IN_MENU.filter(can);
  // It is asked of the piece of evidence, which who may ask sees.
  const destroys = can('ASK_DESTRUCTION') && sample.evidence;
  return (
    <>
      {BESIDE.filter(can).map((step, index) => (
        <Button key={step} variant={index === 0 ? 'filled' : 'default'} onClick={() => open(step)}>
          {t(`steps.${step}`)}
        </Button>
      ))}
      {rest.length > 0 || destroys ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((step) => (
              <Menu.Item key={step} onClick={() => open(step)}>
                {t(`steps.${step}`)}…
              </Menu.Item>
            ))}
            {destroys ? (
              <Menu.Item c="red" onClick={() => open('ASK_DESTRUCTION')}>
                {t('steps.ASK_DESTRUCTION')}…
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
