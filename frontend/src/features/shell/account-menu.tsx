import { Avatar, Group, Menu, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconLogout, IconSettings } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ViewerFragment } from '@/gql/graphql';
import { ColorSchemeMenu } from '@/ui/color-scheme-menu';
import classes from './shell.module.css';
import { useSignOut } from './use-sign-out';

export function AccountMenu({ viewer }: { viewer: ViewerFragment }) {
  const { t } = useTranslation(['shell', 'sessions']);
  const signOut = useSignOut();
  return (
    <Group gap={4} wrap="nowrap">
      <Menu position="top-start" width={200} withinPortal>
        <Menu.Target>
          <UnstyledButton className={classes.account} aria-label={t('account', { name: viewer.person.name })}>
            <Avatar size={24} radius="xl" name={viewer.person.name} color="accent" />
            <Stack gap={0} miw={0}>
              <Text size="sm" fw={500} truncate>
                {viewer.person.name}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {viewer.organization.name}
              </Text>
            </Stack>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} />}>
            {t('settings')}
          </Menu.Item>
          <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
            {t('sessions:signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ColorSchemeMenu />
    </Group>
  );
}
