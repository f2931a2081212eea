import { Button, Checkbox, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { Section } from '@/ui/section';
import { Time } from '@/ui/time';
import classes from './actions.module.css';
import { useActionCommand } from './use-action-command';

graphql(`
  fragment ActionTasks on OfflineAction {
    id
    tasks {
      id
      title
      assignee {
        id
        name
      }
      dueAt
      doneAt
      version
    }
  }
`);

const CompleteActionTask = graphql(`
  mutation CompleteActionTask($input: CompleteActionTaskInput!) {
    completeActionTask(input: $input) {
      action {
        ...OfflineActionPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const route = getRouteApi('/_app/actions/$id/');

interface ActionTasksProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

export function ActionTasks({ action, onStale }: ActionTasksProps) {
  const { t } = useTranslation('actions');
  const navigate = route.useNavigate();
  const { act, running } = useActionCommand(CompleteActionTask, onStale);
  const adds = action.allowedActions.includes('ADD_TASK');
  if (action.tasks.length === 0 && !adds) return null;
  return (
    <Section
      title={t('tasks')}
      count={action.tasks.length}
      actions={
        adds ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'ADD_TASK' } })}
          >
            {t('steps.ADD_TASK')}
          </Button>
        ) : null
      }
    >
      {action.tasks.length > 0 ? (
        <ul className={classes.list} aria-label={t('tasks')}>
          {action.tasks.map(({ id, title, assignee, dueAt, doneAt, version }) => (
            <li key={id} className={classes.item}>
              <Checkbox
                label={title}
                checked={Boolean(doneAt)}
                disabled={Boolean(doneAt) || running || !adds}
                onChange={() => void act({ input: { actionId: action.id, taskId: id, expectedVersion: version } })}
              />
              <span className={classes.dimmed}>{assignee?.name}</span>
              {dueAt && !doneAt ? (
                <span className={classes.end}>
                  <Time at={dueAt} />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {t('noTasks')}
        </Text>
      )}
    </Section>
  );
}
