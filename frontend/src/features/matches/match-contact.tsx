import { Anchor, Button } from '@mantine/core';
import { IconCirclesRelation } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { BlindMatchContactPartFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import classes from './matches.module.css';

graphql(`
  fragment BlindMatchContactPart on BlindMatchContact {
    openedAt
    groupId
    organization {
      id
      name
      nameZh
    }
    people {
      name
      email
      organization {
        id
        name
        nameZh
      }
    }
  }
`);

/** Who the other side is, to whom to write, and the circle that was made for the two. */
export function MatchContact({ contact }: { contact: BlindMatchContactPartFragment }) {
  const { t } = useTranslation('matches');
  const localName = useLocalName();
  const { dateTime } = useFormats();
  const { openedAt, groupId, organization, people } = contact;
  return (
    <Section title={t('contact.section')} actions={groupId ? <GroupButton id={groupId} /> : null}>
      <p className={classes.explained}>
        <Anchor
          size="sm"
          underline="always"
          renderRoot={(props) => (
            <Link to="/organizations/$id" params={{ id: organization.id }} search={{}} {...props} />
          )}
        >
          {localName(organization)}
        </Anchor>{' '}
        <span className={classes.dimmed}>{t('contact.since', { at: dateTime(openedAt) })}</span>
      </p>
      <ul className={classes.list}>
        {people.map(({ name, email, organization: home }) => (
          <li key={email} className={classes.item}>
            <span>{name}</span>
            {home.id === organization.id ? null : <span className={classes.dimmed}>{localName(home)}</span>}
            <Anchor size="sm" href={`mailto:${email}`}>
              {email}
            </Anchor>
          </li>
        ))}
      </ul>
      {people.length === 0 ? <p className={classes.explained}>{t('contact.nobody')}</p> : null}
      {groupId ? null : <p className={classes.explained}>{t('contact.noGroup')}</p>}
    </Section>
  );
}

function GroupButton({ id }: { id: string }) {
  const { t } = useTranslation('matches');
  return (
    <Button
      variant="default"
      leftSection={<IconCirclesRelation size={14} />}
      renderRoot={(props) => <Link to="/groups/$id" params={{ id }} search={{}} {...props} />}
    >
      {t('contact.group')}
    </Button>
  );
}
