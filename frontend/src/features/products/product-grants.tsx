import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ProductGrantFragment, ProductPageFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import classes from './products.module.css';

const RevokeGrantDialog = lazy(() => import('./dialogs/revoke-grant-dialog'));

graphql(`
  fragment ProductGrants on ProductModel {
    id
    state
    grants {
      ...ProductGrant
    }
  }
  fragment ProductGrant on ProductGrant {
    id
    organization {
      id
      name
      nameZh
    }
    countries
    grantedBy {
      id
      name
    }
    grantedAt
    revokedAt
  }
`);

const route = getRouteApi('/_app/products/$id');

/** To whom the sheet is opened, and the way to take that back; told to those alone who keep the sheet. */
export function ProductGrants({ product }: { product: ProductPageFragment }) {
  const { t } = useTranslation('products');
  const navigate = route.useNavigate();
  const [revoking, setRevoking] = useState<{ id: string; who: string } | null>(null);
  const { grants, state } = product;
  const shares = product.allowedActions.includes('SHARE');
  const held = grants.filter(({ revokedAt }) => !revokedAt);
  if (grants.length === 0 && !shares) return null;
  return (
    <Section
      title={t('grants.title')}
      count={held.length}
      actions={
        shares ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => void navigate({ search: { do: 'SHARE' } })}
          >
            {t('grants.share')}
          </Button>
        ) : null
      }
    >
      <Text size="sm" c="dimmed" mb={grants.length > 0 ? 6 : 0}>
        {t(held.length === 0 ? 'grants.none' : state === 'PUBLISHED' ? 'grants.now' : 'grants.oncePublished')}
      </Text>
      {grants.length > 0 ? (
        <ul className={classes.list}>
          {grants.map((grant) => (
            <Grant
              key={grant.id}
              grant={grant}
              onRevoke={shares ? (who) => setRevoking({ id: grant.id, who }) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {revoking ? (
        <Suspense>
          <RevokeGrantDialog {...revoking} onClose={() => setRevoking(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}

function Grant({ grant, onRevoke }: { grant: ProductGrantFragment; onRevoke?: (who: string) => void }) {
  const { t } = useTranslation('products');
  const localName = useLocalName();
  const { country, dateTime, labelled, list, moment } = useFormats();
  const { organization, countries, grantedBy, grantedAt, revokedAt } = grant;
  const enforcers =
    countries.length > 0
      ? t('grants.enforcersOf', { countries: list(countries.map(country)) })
      : t('grants.everyEnforcer');
  const who = organization ? localName(organization) : enforcers;
  return (
    <li className={classes.item}>
      <span className={classes.strong}>{who}</span>
      <time dateTime={grantedAt} title={dateTime(grantedAt)} className={classes.dimmed}>
        {t('grants.by', { name: grantedBy.name, at: moment(grantedAt) })}
      </time>
      {revokedAt ? (
        <StateBadge tone="neutral" label={t('grants.revokedAt', { at: moment(revokedAt) })} />
      ) : onRevoke ? (
        <Button
          className={classes.end}
          variant="subtle"
          color="red"
          size="compact-xs"
          aria-label={labelled(t('grants.revoke'), who)}
          onClick={() => onRevoke(who)}
        >
          {t('grants.revoke')}…
        </Button>
      ) : null}
    </li>
  );
}
