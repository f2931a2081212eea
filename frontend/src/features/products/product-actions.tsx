import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProductAction, ProductPageFragment } from '@/gql/graphql';

/** What leads on stands in front. */
const BESIDE = ['PUBLISH', 'EDIT'] as const satisfies ProductAction[];

const route = getRouteApi('/_app/products/$id');

/** Only what the server lists in `allowedActions` is offered; no rule is repeated here. Sharing begins at the grants. */
export function ProductActions({ product }: { product: ProductPageFragment }) {
  const { t } = useTranslation('products');
  const navigate = route.useNavigate();
  const can = (step: ProductAction) => product.allowedActions.includes(step);
  const open = (step: ProductAction) => void navigate({ search: { do: step } });
  return (
    <>
      {BESIDE.filter(can).map((step, index) => (
        <Button key={step} variant={index === 0 ? 'filled' : 'default'} onClick={() => open(step)}>
          {t(`steps.${step}`)}
        </Button>
      ))}
      {can('ARCHIVE') ? (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="default" size={30} aria-label={t('more')}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item c="red" onClick={() => open('ARCHIVE')}>
              {t('steps.ARCHIVE')}…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </>
  );
}
