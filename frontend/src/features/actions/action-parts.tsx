import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { OfflineActionPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from './actions.module.css';
import { useActionCommand } from './use-action-command';

graphql(`
  fragment ActionParts on OfflineAction {
    id
    sites {
      ...ActionSite
    }
    leads {
      id
      reference
      title
    }
    subjects {
      id
      name
    }
    referrals {
      id
      reference
      title
    }
  }
  fragment ActionSite on ActionSite {
    id
    kind
    country
    divisionCode
    address
    result
    note
  }
`);

const RemoveActionSite = graphql(`
  mutation RemoveActionSite($input: RemoveActionSiteInput!) {
    removeActionSite(input: $input) {
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

const AddSiteDialog = lazy(() => import('./dialogs/add-site-dialog'));

interface ActionPartsProps {
  action: OfflineActionPageFragment;
  onStale: () => void;
}

/** Where it is, and what it rests on, as far as the viewer sees that. */
export function ActionParts({ action, onStale }: ActionPartsProps) {
  const { t } = useTranslation('actions');
  const { country: countryName, labelled } = useFormats();
  const [adding, setAdding] = useState(false);
  const { act, running } = useActionCommand(RemoveActionSite, onStale);
  const changes = action.allowedActions.includes('CHANGE');
  const { sites } = action;
  return (
    <>
      <Section
        title={t('sites')}
        count={sites.length}
        actions={
          changes ? (
            <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
              {t('addSite')}
            </Button>
          ) : null
        }
      >
        {sites.length > 0 ? (
          <ul className={classes.list} aria-label={t('sites')}>
            {sites.map(({ id, kind, address, country, divisionCode, result }) => (
              <li key={id} className={classes.item}>
                <span className={classes.strong}>{address}</span>
                <span>{t(`siteKinds.${kind}`)}</span>
                <span className={classes.dimmed}>{[countryName(country), divisionCode].filter(Boolean).join(' ')}</span>
                {result ? <span>{t(`results.${result}`)}</span> : null}
                {changes ? (
                  <Button
                    className={classes.end}
                    size="compact-xs"
                    variant="subtle"
                    color="red"
                    disabled={running}
                    aria-label={labelled(t('removeSite'), address)}
                    onClick={() =>
                      void act({ input: { actionId: action.id, expectedVersion: action.version, siteId: id } })
                    }
                  >
                    {t('removeSite')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className={classes.dimmed}>{t('noSites')}</p>
        )}
      </Section>
      <RestsOn action={action} />
      {adding ? (
        <Suspense>
          <AddSiteDialog action={action} onStale={onStale} onClose={() => setAdding(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

function RestsOn({ action }: { action: OfflineActionPageFragment }) {
  const { t } = useTranslation('actions');
  const { leads, subjects, referrals } = action;
  const count = leads.length + subjects.length + referrals.length;
  if (count === 0) return null;
  return (
    <Section title={t('restsOn')} count={count}>
      <ul className={classes.list} aria-label={t('restsOn')}>
        {referrals.map(({ id, reference, title }) => (
          <li key={id} className={classes.item}>
            <Link to="/referrals/$id" params={{ id }} search={{}} className={classes.link}>
              {title}
            </Link>
            <span className={classes.code}>{reference}</span>
          </li>
        ))}
        {leads.map(({ id, reference, title }) => (
          <li key={id} className={classes.item}>
            <Link to="/leads/$reference" params={{ reference }} search={{}} className={classes.link}>
              {title}
            </Link>
            <span className={classes.code}>{reference}</span>
          </li>
        ))}
        {subjects.map(({ id, name }) => (
          <li key={id} className={classes.item}>
            <Link to="/subjects/$subject" params={{ subject: id }} search={{}} className={classes.link}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
