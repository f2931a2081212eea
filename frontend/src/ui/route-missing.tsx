import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Also shown for what exists but is not shared with the reader: the two must not differ. */
export function RouteMissing() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" gap="xs" px="var(--ts-edge)" py="xl" maw={520}>
      <Title order={1}>{t('missing.title')}</Title>
      <Text c="dimmed">{t('missing.text')}</Text>
      <Button component={Link} to="/">
        {t('missing.action')}
      </Button>
    </Stack>
  );
}
