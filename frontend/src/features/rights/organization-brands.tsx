import { ActionIcon, Anchor, Button, Group, Menu, Text } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type {
  BrandAction,
  BrandCardFragment,
  OrganizationBrandsFragment,
  OrganizationPageFragment,
} from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useByName, useLocalName } from '@/lib/local-name';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { AuthorizedParties } from './authorized-parties';
import { useNiceClassName } from './nice-classes';
import classes from './rights.module.css';
import { BrandStateBadge } from './rights-state';

const DIALOGS = {
  RETIRE: lazy(() => import('./dialogs/retire-brand-dialog')),
  ADD_AUTHORIZED_PARTY: lazy(() => import('./dialogs/add-party-dialog')),
};

graphql(`
  fragment OrganizationBrands on Organization {
    id
    brands(first: 100) {
      nodes {
        ...BrandCard
      }
      totalCount
    }
  }
  fragment BrandCard on Brand {
    id
    name
    nameZh
    state
    niceClasses
    version
    allowedActions
    authorizedParties {
      ...AuthorizedParty
    }
  }
`);

const route = getRouteApi('/_app/organizations/$id');

interface OrganizationBrandsProps {
  organization: OrganizationPageFragment & OrganizationBrandsFragment;
  onChanged: () => void;
}

/** A right holder's brands and whom it lets sell or make under them. */
export function OrganizationBrands({ organization, onChanged }: OrganizationBrandsProps) {
  const { t } = useTranslation('rights');
  const navigate = route.useNavigate();
  const byName = useByName();
  const readsProducts = may(useViewer(), 'PRODUCT_READ');
  const { nodes, totalCount } = organization.brands;
  const creates = organization.allowedActions.includes('CREATE_BRAND');
  if (organization.kind !== 'MEMBER_BRAND') return null;
  return (
    <Section
      title={t('brands.title')}
      count={totalCount}
      actions={
        <Group gap="sm">
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/rights" search={{ holder: organization.id }} {...props} />}
          >
            {t('brands.rights')}
          </Anchor>
          {readsProducts ? (
            <Anchor
              size="sm"
              renderRoot={(props) => <Link to="/products" search={{ holder: organization.id }} {...props} />}
            >
              {t('brands.products')}
            </Anchor>
          ) : null}
          {creates ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={14} />}
              onClick={() => void navigate({ search: { do: 'CREATE_BRAND' } })}
            >
              {t('brands.create')}
            </Button>
          ) : null}
        </Group>
      }
    >
      {nodes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(creates ? 'brands.emptyText' : 'brands.none')}
        </Text>
      ) : (
        <ul className={classes.list}>
          {byName(nodes).map((brand) => (
            <li key={brand.id} className={classes.item}>
              <BrandCard brand={brand} onChanged={onChanged} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function BrandCard({ brand, onChanged }: { brand: BrandCardFragment; onChanged: () => void }) {
  const { t } = useTranslation('rights');
  const localName = useLocalName();
  const className = useNiceClassName();
  const { list } = useFormats();
  const [action, setAction] = useState<BrandAction | null>(null);
  const Dialog = action ? DIALOGS[action] : null;
  return (
    <>
      <div className={classes.line}>
        <span className={classes.name}>{localName(brand)}</span>
        <BrandStateBadge state={brand.state} />
        {brand.allowedActions.length > 0 ? (
          <Menu position="bottom-end" withinPortal>
            <Menu.Target>
              <ActionIcon
                className={classes.end}
                variant="subtle"
                color="gray"
                size={28}
                aria-label={t('actionsOf', { name: brand.name })}
              >
                <IconDots size={16} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {[...brand.allowedActions].reverse().map((each) => (
                <Menu.Item key={each} c={each === 'RETIRE' ? 'red' : undefined} onClick={() => setAction(each)}>
                  {t(`brandActions.${each}`)}…
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      {brand.niceClasses.length > 0 ? (
        <div className={classes.dimmed}>
          {t('brands.classes', { classes: list(brand.niceClasses.map((each) => `${each} ${className(each)}`)) })}
        </div>
      ) : null}
      <AuthorizedParties brand={brand} onChanged={onChanged} />
      {Dialog ? (
        <Suspense>
          <Dialog brand={brand} onChanged={onChanged} onClose={() => setAction(null)} />
        </Suspense>
      ) : null}
    </>
  );
}
