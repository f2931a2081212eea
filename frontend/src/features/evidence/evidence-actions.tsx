import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { EvidenceAction, EvidencePageFragment } from '@/gql/graphql';
import { EvidenceOpen } from './evidence-open';

/** What waits for an answer stands in front. Holds are lifted, and destruction is decided, where they stand. */
const BESIDE = ['CONFIRM_TRANSFER', 'SEND'] as const satisfies EvidenceAction[];
const IN_MENU = [
  'RECORD_CUSTODY',
  'REFUSE_TRANSFER',
  'WITHDRAW_TRANSFER',
  'PLACE_HOLD',
] as const satisfies EvidenceAction[];

const route = getRouteApi('/_app/evidence/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function EvidenceActions({ evidence }: { evidence: EvidencePageFragment }) {
  const { t } = useTranslation('evidence');
  const navigate = route.useNavigate();
  const can = (action: EvidenceAction) => evidence.allowedActions.includes(action);
  const open = (action: EvidenceAction) => void navigate({ search: { do: action } });
  const rest = IN_MENU.filter(can);
  return (
    <>
      {can('OPEN') ? <EvidenceOpen evidence={evidence} /> : null}
      {BESIDE.filter(can).map((action) => (
        <Button key={action} variant="default" onClick={() => open(action)}>
          {t(`actions.${action}`)}
        </Button>
      ))}
      {rest.length > 0 || can('ASK_DESTRUCTION') ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('moreActions')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((action) => (
              <Menu.Item key={action} onClick={() => open(action)}>
                {t(`actions.${action}`)}…
              </Menu.Item>
            ))}
            {can('ASK_DESTRUCTION') ? (
              <Menu.Item c="red" onClick={() => open('ASK_DESTRUCTION')}>
                {t('actions.ASK_DESTRUCTION')}…
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
