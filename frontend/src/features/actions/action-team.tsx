import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import classes from './actions.module.css';
import { useActionCommand } from './use-action-command';

graphql(`
  fragment ActionTeam on OfflineAction {
    id
    team {
      person {
        id
        name
      }
      organization {
        id
        kind
        name
        nameZh
      }
      role
    }
  }
`);

const RemoveTeamMember = graphql(`
  mutation RemoveTeamMember($input: RemoveTeamMemberInput!) {
    removeTeamMember(input: $input) {
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

interface ActionPartProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** Who is on it: as long as it is under embargo, nobody else sees it. */
export function ActionTeam({ action, onStale }: ActionPartProps) {
  const { t } = useTranslation('actions');
  const navigate = route.useNavigate();
  const localName = useLocalName();
  const { labelled } = useFormats();
  const { act, running } = useActionCommand(RemoveTeamMember, onStale);
  const staffs = action.allowedActions.includes('STAFF');
  return (
    <Section
      title={t('team')}
      count={action.team.length}
      actions={
        staffs ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'STAFF' } })}
          >
            {t('steps.STAFF')}
          </Button>
        ) : null
      }
    >
      <ul className={classes.list} aria-label={t('team')}>
        {action.team.map(({ person, organization, role }) => (
          <li key={person.id} className={classes.item}>
            <span className={classes.strong}>{person.name}</span>
            <span className={classes.dimmed}>{localName(organization)}</span>
            <span>{t(`roles.${role}`)}</span>
            {staffs ? (
              <Button
                className={classes.end}
                size="compact-xs"
                variant="subtle"
                color="red"
                disabled={running}
                aria-label={labelled(t('removeMember'), person.name)}
                onClick={() =>
                  void act({
                    input: { actionId: action.id, expectedVersion: action.version, personId: person.id },
                  })
                }
              >
                {t('removeMember')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
