import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ColorSchemeSwitch } from '@/ui/color-scheme-switch';
import { LanguageSwitch } from '@/ui/language-switch';
import { Wordmark } from '@/ui/wordmark';
import classes from './public-page.module.css';

/** The frame of the pages that need no session: sign-in and invitation. */
export function PublicPage({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.page}>
      <title>{`${title} · ${t('product')}`}</title>
      <header className={classes.header}>
        <Wordmark />
        <Group gap={4}>
          <LanguageSwitch />
          <ColorSchemeSwitch />
        </Group>
      </header>
      <main className={classes.main}>
        <Stack gap="md" className={classes.card}>
          <Title order={1} fz="xl">
            {title}
          </Title>
          {children}
        </Stack>
      </main>
      <Text component="footer" size="xs" c="dimmed" ta="center" pb="md">
        {t('alliance')}
      </Text>
    </div>
  );
}
