import { ActionIcon, AppShell, Burger, Group, Skeleton, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { localeOf, switchLocale } from '@/lib/i18n';
import { may } from '@/lib/permissions';
import { ViewerContext } from '@/lib/viewer';
import { QueryFailure } from '@/ui/query-failure';
import { Wordmark } from '@/ui/wordmark';
import { AccountMenu } from './account-menu';
import { Navigation } from './navigation';
import { OfflineBanner } from './offline-banner';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts';

const ViewerQuery = graphql(`
  query Viewer {
    viewer {
      ...Viewer
    }
  }
  fragment Viewer on Viewer {
    person {
      id
      name
      email
    }
    organization {
      id
      name
      nameZh
      kind
      timeZone
    }
    roles
    permissions {
      action
      scope
    }
    settings {
      language
      timeZone
      digest
      digestHour
      workingDaysOnly
      version
    }
  }
`);

/** Everything around a signed-in page. Pages below it can rely on `useViewer`. */
export function Shell() {
  const { t } = useTranslation('shell');
  const [menuOpen, menu] = useDisclosure();
  const [{ data, error }, retry] = useQuery({ query: ViewerQuery });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const viewer = data?.viewer ?? null;
  const language = viewer?.settings.language;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of page closes the phone's menu
  useEffect(() => menu.close(), [path]);
  useEffect(() => {
    if (language) void switchLocale(localeOf(language));
  }, [language]);

  return (
    <ViewerContext value={viewer}>
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      {viewer ? <Shortcuts viewer={viewer} /> : null}
      <AppShell
        layout="alt"
        header={{ height: { base: 48, sm: 0 } }}
        navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      >
        <AppShell.Header hiddenFrom="sm" className={classes.header}>
          <Group gap="xs">
            <Burger opened={menuOpen} onClick={menu.toggle} size="sm" aria-label={t('menu')} />
            <Wordmark />
          </Group>
          {viewer && may(viewer, 'LEAD_CREATE') ? (
            <ActionIcon
              component={Link}
              to="/leads/new"
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t('newLead')}
            >
              <IconPlus size={18} />
            </ActionIcon>
          ) : null}
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar}>
          <Group justify="space-between" px={8} h={32} mb={4}>
            <Wordmark />
            <Burger opened={menuOpen} onClick={menu.toggle} size="sm" hiddenFrom="sm" aria-label={t('menu')} />
          </Group>
          {viewer ? <Navigation viewer={viewer} /> : <NavigationSkeleton />}
          {viewer ? <AccountMenu viewer={viewer} /> : null}
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          <OfflineBanner />
          {viewer ? <Outlet /> : error ? <QueryFailure error={error} retry={retry} /> : null}
        </AppShell.Main>
      </AppShell>
    </ViewerContext>
  );
}

function NavigationSkeleton() {
  return (
    <Stack gap={10} p={8} flex={1} aria-hidden>
      {[96, 80, 112].map((width) => (
        <Skeleton key={width} h={12} w={width} />
      ))}
    </Stack>
  );
}
