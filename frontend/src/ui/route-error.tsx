import { Button, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** A script that did not come: no connection, or the server has another version of the portal by now. */
function isMissingPart(error: unknown) {
  return error instanceof TypeError && /import|module|preload/i.test(error.message);
}

/** A page that broke leaves the shell standing. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const missing = isMissingPart(error);
  return (
    <Stack role="alert" align="flex-start" gap="xs" px="var(--ts-edge)" py="xl" maw={520}>
      <Title order={1}>{t(missing ? 'crash.missingTitle' : 'crash.title')}</Title>
      <Text c="dimmed">{t(missing ? 'crash.missingText' : 'crash.text')}</Text>
      <Button onClick={missing ? () => location.reload() : reset}>{t(missing ? 'reload' : 'retry')}</Button>
    </Stack>
  );
}
