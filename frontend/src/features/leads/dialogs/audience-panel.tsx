import { Alert, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { graphql } from '@/gql';
import type { AudienceFragment } from '@/gql/graphql';
import { errorCode } from '@/lib/errors';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import classes from './audience-panel.module.css';

graphql(`
  fragment Audience on AudiencePreview {
    token
    personCount
    community
    lawEnforcement
    public
    warnings
    organizations {
      personCount
      itemCount
      willReceiveDelivery
      organization {
        id
        name
        nameZh
      }
    }
    groups {
      group {
        id
        name
        confidential
      }
      personCount
    }
    namedPeople {
      id
      name
    }
  }
`);

interface AudiencePanelProps {
  audience: AudienceFragment | null | undefined;
  loading: boolean;
  error?: CombinedError;
}

/** Who will see what, before anything leaves. Keeps its height while it is being asked again. */
export function AudiencePanel({ audience, loading, error }: AudiencePanelProps) {
  const { t } = useTranslation(['leads', 'common']);
  return (
    <section className={classes.root} aria-live="polite" aria-busy={loading} aria-label={t('audience.title')}>
      {error && !audience ? (
        <Text size="sm" c="red">
          {t(`common:errors.${errorCode(error) ?? 'UNREACHABLE'}`)}
        </Text>
      ) : audience ? (
        <Audience audience={audience} />
      ) : loading ? (
        <Skeleton h={14} w="60%" />
      ) : (
        <Text size="sm" c="dimmed">
          {t('audience.empty')}
        </Text>
      )}
    </section>
  );
}

function Audience({ audience }: { audience: AudienceFragment }) {
  const { t } = useTranslation('leads');
  const localName = useLocalName();
  const { list } = useFormats();
  const wide = [
    audience.public ? t('audience.public') : null,
    audience.community ? t('audience.community') : null,
    audience.lawEnforcement ? t('audience.lawEnforcement') : null,
  ].filter((text) => text !== null);
  return (
    <>
      <div className={classes.total}>{t('audience.people', { count: audience.personCount })}</div>
      {wide.length > 0 ? <div className={classes.wide}>{wide.join(' · ')}</div> : null}
      {audience.organizations.length > 0 ? (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('audience.organization')}</th>
              <th scope="col">{t('audience.peopleColumn')}</th>
              <th scope="col">{t('audience.itemsColumn')}</th>
              <th scope="col">{t('audience.deliveryColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {audience.organizations.map(({ organization, personCount, itemCount, willReceiveDelivery }) => (
              <tr key={organization.id}>
                <td>{localName(organization)}</td>
                <td>{personCount}</td>
                <td>{itemCount}</td>
                <td>{willReceiveDelivery ? t('audience.delivery') : t('audience.reads')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {audience.groups.length > 0 ? (
        <ul className={classes.groups}>
          {audience.groups.map(({ group, personCount }, place) => (
            <li key={group?.id ?? place}>
              {group ? t('audience.group', { name: group.name, count: personCount ?? 0 }) : t('audience.hiddenGroup')}
            </li>
          ))}
        </ul>
      ) : null}
      {audience.namedPeople.length > 0 ? (
        <Text size="sm">{t('audience.named', { names: list(audience.namedPeople.map(({ name }) => name)) })}</Text>
      ) : null}
      {audience.warnings.map((warning) => (
        <Alert key={warning} color="yellow" variant="light" p="xs">
          {warning}
        </Alert>
      ))}
    </>
  );
}
