import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonAction, PersonRowFragment } from '@/gql/graphql';

const UpdatePersonDialog = lazy(() => import('./dialogs/update-person-dialog'));
const PersonStepDialog = lazy(() => import('./dialogs/person-step-dialog'));
const ResumeMailDialog = lazy(() => import('./dialogs/resume-mail-dialog'));

interface PersonActionsProps {
  person: PersonRowFragment;
  /** Reads the people again: after a change, or when somebody else was faster. */
  onChanged: () => void;
}

/** What the server allows with this person now, and the dialog of the chosen step. */
export function PersonActions({ person, onChanged }: PersonActionsProps) {
  const { t } = useTranslation('members');
  const [action, setAction] = useState<PersonAction | 'RESUME_MAIL' | null>(null);
  // Who sees that no mails go to somebody may have them go again.
  const noMail = Boolean(person.mailSuspendedAt);
  const dialog = { person, onChanged, onClose: () => setAction(null) };
  return (
    <>
      {person.allowedActions.length > 0 || noMail ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size={28} aria-label={t('actionsOf', { name: person.name })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {noMail ? <Menu.Item onClick={() => setAction('RESUME_MAIL')}>{t('noMail.resume')}…</Menu.Item> : null}
            {person.allowedActions.map((each) => (
              <Menu.Item key={each} c={each === 'SUSPEND' ? 'red' : undefined} onClick={() => setAction(each)}>
                {t(`personActions.${each}`)}…
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
      <Suspense>
        {action === 'UPDATE' ? <UpdatePersonDialog {...dialog} /> : null}
        {action === 'RESUME_MAIL' ? <ResumeMailDialog {...dialog} /> : null}
        {action && action !== 'UPDATE' && action !== 'RESUME_MAIL' ? (
          <PersonStepDialog {...dialog} step={action} />
        ) : null}
      </Suspense>
    </>
  );
}
