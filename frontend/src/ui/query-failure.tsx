import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { errorCode } from '@/lib/errors';

/** A list or page that could not be read: what happened, and one way on. */
export function QueryFailure({
  error,
  retry,
}: {
  error: CombinedError;
  retry: (options?: { requestPolicy: 'network-only' }) => void;
}) {
  const { t } = useTranslation();
  return (
    <Stack role="alert" align="flex-start" gap="xs" p="xl" maw={520}>
      <Title order={2}>{t('errors.title')}</Title>
      <Text c="dimmed">{t(`errors.${errorCode(error) ?? 'UNREACHABLE'}`)}</Text>
      <Button variant="default" onClick={() => retry({ requestPolicy: 'network-only' })}>
        {t('retry')}
      </Button>
    </Stack>
  );
}
