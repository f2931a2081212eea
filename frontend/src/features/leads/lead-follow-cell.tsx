import { ActionIcon, Menu } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LeadFollowUpFragment } from '@/gql/graphql';
import { useViewer } from '@/lib/viewer';
import { useAssign, useWatch } from './lead-follow-up';
import classes from './lead-follow-up.module.css';

/** Who is on the lead of a row and whether one watches it; both are changed where they stand. */
export function LeadFollowCell({ lead, reference }: { lead: LeadFollowUpFragment; reference: string }) {
  const { t } = useTranslation('leads');
  const me = useViewer().person.id;
  const { assign } = useAssign(lead);
  const { toggle, running } = useWatch(lead);
  const { assignee, watched, allowedActions } = lead.followUp;
  if (allowedActions.length === 0) return assignee?.name ?? null;
  const name = assignee?.name ?? '–';
  return (
    <span className={classes.cell}>
      <Menu withinPortal position="bottom-start">
        <Menu.Target>
          <button type="button" className={classes.name} aria-label={t('followUp.onItNamed', { reference, name })}>
            {name}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {assignee?.id === me ? null : (
            <Menu.Item onClick={() => void assign(me)}>{t('followUp.assignToMe')}</Menu.Item>
          )}
          {assignee ? <Menu.Item onClick={() => void assign(null)}>{t('followUp.takeOff')}</Menu.Item> : null}
        </Menu.Dropdown>
      </Menu>
      <ActionIcon
        variant="subtle"
        color={watched ? undefined : 'gray'}
        size={24}
        aria-label={t('followUp.watchNamed', { reference })}
        aria-pressed={watched}
        title={t(watched ? 'followUp.watching' : 'followUp.watch')}
        loading={running}
        className={classes.watch}
        onClick={() => void toggle()}
      >
        <IconEye size={15} />
      </ActionIcon>
    </span>
  );
}
