import { Anchor, Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useLanguages } from '@/features/agencies/languages';
import { useKeepingPowers } from '@/features/rights/ip-rights/principals';
import { graphql } from '@/gql';
import type { CompanyContactFragment } from '@/gql/graphql';
import { hasErrorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import classes from '../products.module.css';

const ContactDialog = lazy(() => import('../dialogs/contact-dialog'));
const RemoveContactDialog = lazy(() => import('../dialogs/remove-contact-dialog'));

const CompanyContactsQuery = graphql(`
  query CompanyContacts($organization: ID!) {
    companyContacts(organizationId: $organization) {
      ...CompanyContact
    }
  }
  fragment CompanyContact on CompanyContact {
    id
    role
    name
    email
    phone
    languages
    timeZone
    hours
    mayEdit
    version
  }
`);

type Opened = { act: 'edit' | 'remove'; contact: CompanyContactFragment } | { act: 'add'; contact: null };

/** Whom enforcers call at a right holder, loaded after the page it stands on; open to every enforcer of the alliance. */
export default function CompanyContacts({ organization }: { organization: string }) {
  const { t } = useTranslation('products');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [{ data, error }, reload] = useQuery({ query: CompanyContactsQuery, variables: { organization } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  const adds = useMayAdd(organization);
  if (!data) {
    // Not everybody reads whom to call elsewhere.
    if (!error || hasErrorCode(error, 'NOT_FOUND') || hasErrorCode(error, 'FORBIDDEN')) return null;
    return (
      <Section title={t('contacts.title')}>
        <QueryFailure error={error} retry={refresh} />
      </Section>
    );
  }
  const { companyContacts: contacts } = data;
  const close = () => setOpened(null);
  return (
    <Section
      title={t('contacts.title')}
      count={contacts.length}
      actions={
        adds ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpened({ act: 'add', contact: null })}
          >
            {t('contacts.add')}
          </Button>
        ) : null
      }
    >
      {contacts.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(adds ? 'contacts.emptyText' : 'contacts.none')}
        </Text>
      ) : (
        <ul className={classes.list} aria-label={t('contacts.title')}>
          {contacts.map((contact) => (
            <Contact key={contact.id} contact={contact} onOpen={(act) => setOpened({ act, contact })} />
          ))}
        </ul>
      )}
      <Suspense>
        {opened?.act === 'remove' ? (
          <RemoveContactDialog contact={opened.contact} onStale={refresh} onClose={close} />
        ) : opened ? (
          <ContactDialog organization={organization} contact={opened.contact} onStale={refresh} onClose={close} />
        ) : null}
      </Suspense>
    </Section>
  );
}

/** An own administrator, or an agent who keeps all that is the principal's; of single contacts the server says it. */
function useMayAdd(organization: string): boolean {
  const viewer = useViewer();
  const { powers } = useKeepingPowers();
  const acts = powers?.some(({ principal, allBrands }) => principal.id === organization && allBrands) ?? false;
  return may(viewer, 'COMPANY_CONTACT_EDIT') && (viewer.organization.id === organization || acts);
}

interface ContactProps {
  contact: CompanyContactFragment;
  onOpen: (act: 'edit' | 'remove') => void;
}

function Contact({ contact, onOpen }: ContactProps) {
  const { t } = useTranslation('products');
  const { labelled, list } = useFormats();
  const { nameOf } = useLanguages();
  const { role, name, email, phone, languages, timeZone, hours, mayEdit } = contact;
  return (
    <li className={classes.contact}>
      <div className={classes.body}>
        <div className={classes.line}>
          <span className={classes.strong}>{name}</span>
          <span className={classes.dimmed}>{t(`contacts.roles.${role}`)}</span>
        </div>
        <div className={classes.detail}>
          {phone ? (
            <Anchor inherit underline="always" href={`tel:${phone.replaceAll(/\s/g, '')}`}>
              {phone}
            </Anchor>
          ) : null}
          {email ? (
            <Anchor inherit underline="always" href={`mailto:${email}`}>
              {email}
            </Anchor>
          ) : null}
          {languages.length > 0 ? <span>{list(languages.map(nameOf))}</span> : null}
          <span>{[hours, timeZone].filter(Boolean).join(' · ')}</span>
        </div>
      </div>
      {mayEdit ? (
        <div className={classes.acts}>
          {(['edit', 'remove'] as const).map((act) => (
            <Button
              key={act}
              size="compact-xs"
              variant="subtle"
              color={act === 'remove' ? 'red' : undefined}
              aria-label={labelled(t(`contacts.acts.${act}`), name)}
              onClick={() => onOpen(act)}
            >
              {t(`contacts.acts.${act}`)}…
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  );
}
