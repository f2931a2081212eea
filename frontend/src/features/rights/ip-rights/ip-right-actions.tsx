import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { IpRightAction, IpRightPageFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { isFactField } from './fact-fields';

const SubmitIpRight = graphql(`
  mutation SubmitIpRight($input: IpRightTransitionInput!) {
    submitIpRight(input: $input) {
      ipRight {
        ...IpRightPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** What moves a right on, in the order of its life: the first one allowed becomes the button. */
const FORWARD = ['SUBMIT', 'VERIFY', 'SETTLE', 'RENEW'] as const satisfies IpRightAction[];
/** What one does as often stands beside it. */
const BESIDE = ['UPDATE', 'REJECT'] as const satisfies IpRightAction[];
const FURTHER = ['TAKE_BACK', 'DISPUTE', 'INVALIDATE', 'DISCARD'] as const satisfies IpRightAction[];
const SEVERE: IpRightAction[] = ['DISPUTE', 'INVALIDATE', 'DISCARD'];

/** With a renewal that waits, its proof is what is judged. */
function judged(action: IpRightAction, { renewal }: Pick<IpRightPageFragment, 'renewal'>) {
  if (action === 'VERIFY' && renewal) return 'VERIFY_RENEWAL';
  return action === 'REJECT' && renewal ? 'REJECT_RENEWAL' : action;
}

const route = getRouteApi('/_app/rights/$rightId/');

interface IpRightActionsProps {
  right: IpRightPageFragment;
  /** Reads the right again: when somebody else was faster. */
  onStale: () => void;
}

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. */
export function IpRightActions({ right, onStale }: IpRightActionsProps) {
  const { t } = useTranslation('ipRights');
  const { act, running } = useAct(right, onStale);
  const can = (action: IpRightAction) => right.allowedActions.includes(action);
  const [primary, ...rest] = FORWARD.filter(can);
  const menu = [...rest, ...FURTHER.filter(can)];
  const label = (action: IpRightAction) => t(`actions.${judged(action, right)}`);
  return (
    <>
      {BESIDE.filter(can).map((action) => (
        <Button key={action} variant="default" onClick={() => void act(action)}>
          {label(action)}
        </Button>
      ))}
      {primary ? (
        <Button loading={running} onClick={() => void act(primary)}>
          {label(primary)}
        </Button>
      ) : null}
      {menu.length > 0 ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('page.more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {menu.map((action) => (
              <Menu.Item key={action} c={SEVERE.includes(action) ? 'red' : undefined} onClick={() => void act(action)}>
                {label(action)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}

/** A draft is changed on a page of its own and submitted at once; every other step has a dialog. */
function useAct(right: IpRightPageFragment, onStale: () => void) {
  const { t } = useTranslation('ipRights');
  const navigate = route.useNavigate();
  const submit = useCommand(SubmitIpRight);
  const edit = (missing?: string) =>
    void navigate({
      to: '/rights/$rightId/edit',
      params: { rightId: right.id },
      search: missing && isFactField(missing) ? { missing } : {},
    });
  const act = async (action: IpRightAction) => {
    if (action === 'UPDATE') return edit();
    if (action !== 'SUBMIT') return void navigate({ search: { do: action } });
    const outcome = await submit.run({ input: { id: right.id, expectedVersion: right.version } });
    if (outcome.ok) return void notify(t('done.SUBMIT'));
    const [missing] = Object.keys(outcome.failure.fields).filter(isFactField);
    // What is missing is said where it can be given.
    if (missing && outcome.failure.code === 'BAD_USER_INPUT') return edit(missing);
    if (outcome.failure.code === 'STALE_VERSION') onStale();
    void notify(failureText(outcome.failure));
  };
  return { act, running: submit.running };
}
