import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AgencyPageFragment, ContactPointAction, ContactPointFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './agencies.module.css';
import { DutyHours } from './duty-hours';
import { useLanguages } from './languages';
import { OnDuty } from './officer-state';

graphql(`
  fragment AgencyContacts on Agency {
    id
    contactPoints {
      ...ContactPoint
    }
  }
  fragment ContactPoint on ContactPoint {
    id
    role
    label
    languages
    hours {
      day
      from
      to
    }
    onDuty
    hasEmail
    hasPhone
    version
    allowedActions
  }
`);

export interface ContactDialogProps {
  agency: AgencyPageFragment;
  contact: ContactPointFragment;
  onClose: () => void;
  onStale: () => void;
}

/** Each dialog is loaded when it is first opened. */
const DIALOGS = {
  UPDATE: lazy(() => import('./dialogs/update-contact-dialog')),
  REMOVE: lazy(() => import('./dialogs/remove-contact-dialog')),
  REVEAL: lazy(() => import('./dialogs/reveal-contact-dialog')),
} satisfies Record<ContactPointAction, unknown>;

const route = getRouteApi('/_app/agencies/$id');

interface AgencyContactsProps {
  agency: AgencyPageFragment;
  onStale: () => void;
}

/** Desks that can be reached; address and telephone are shown for a purpose only. */
export function AgencyContacts({ agency, onStale }: AgencyContactsProps) {
  const { t } = useTranslation('agencies');
  const navigate = route.useNavigate();
  const [open, setOpen] = useState<{ action: ContactPointAction; contact: ContactPointFragment }>();
  const { contactPoints, allowedActions } = agency;
  const Dialog = open ? DIALOGS[open.action] : undefined;
  return (
    <Section
      title={t('contacts.title')}
      count={contactPoints.length}
      actions={
        allowedActions.includes('ADD_CONTACT_POINT') ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            onClick={() => void navigate({ search: { do: 'ADD_CONTACT_POINT' } })}
          >
            {t('actions.ADD_CONTACT_POINT')}
          </Button>
        ) : null
      }
    >
      {contactPoints.length > 0 ? (
        <ul className={classes.list} aria-label={t('contacts.title')}>
          {contactPoints.map((contact) => (
            <Contact key={contact.id} contact={contact} onAct={(action) => setOpen({ action, contact })} />
          ))}
        </ul>
      ) : (
        <Text size="sm" c="dimmed">
          {t('contacts.empty')}
        </Text>
      )}
      {open && Dialog ? (
        <Suspense>
          <Dialog agency={agency} contact={open.contact} onStale={onStale} onClose={() => setOpen(undefined)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

interface ContactProps {
  contact: ContactPointFragment;
  onAct: (action: ContactPointAction) => void;
}

function Contact({ contact, onAct }: ContactProps) {
  const { t } = useTranslation('agencies');
  const { labelled, list } = useFormats();
  const { nameOf } = useLanguages();
  const { label, role, languages, hours, onDuty, hasEmail, hasPhone, allowedActions } = contact;
  const reachable = [...(hasPhone ? [t('fields.phone')] : []), ...(hasEmail ? [t('fields.email')] : [])];
  return (
    <li className={classes.item}>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.strong}>{label}</span>
          <span className={classes.dimmed}>{t(`roles.${role}`)}</span>
          <OnDuty now={onDuty} />
        </div>
        <div className={classes.detail}>
          <span>{list(languages.map(nameOf))}</span>
          <span>{list(reachable)}</span>
          {hours.length > 0 ? <DutyHours hours={hours} /> : null}
        </div>
      </div>
      <div className={classes.acts}>
        {(['REVEAL', 'UPDATE', 'REMOVE'] as const)
          .filter((action) => allowedActions.includes(action))
          .map((action) => (
            <Button
              key={action}
              size="compact-xs"
              variant={action === 'REVEAL' ? 'default' : 'subtle'}
              color={action === 'REMOVE' ? 'red' : undefined}
              aria-label={labelled(t(`contacts.actions.${action}`), label)}
              onClick={() => onAct(action)}
            >
              {t(`contacts.actions.${action}`)}…
            </Button>
          ))}
      </div>
    </li>
  );
}
