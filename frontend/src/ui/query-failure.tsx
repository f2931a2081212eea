import { Button, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { errorCode } from '@/lib/errors';
import { useReconnected } from '@/lib/live';

/** A list or page that could not be read: what happened, and one way on, which it takes by itself after an outage. */
export function QueryFailure({
  error,
  retry,
}: {
  error: CombinedError;
  retry: (options?: { requestPolicy: 'network-only' }) => void;
}) {
  const { t } = useTranslation();
  const again = () => retry({ requestPolicy: 'network-only' });
  useReconnected(again);
  return (
    <Stack role="alert" align="flex-start" gap="xs" px="var(--ts-edge)" py="xl" maw={520}>
      <Title order={2}>{t('errors.title')}</Title>
      <Text c="dimmed">{t(`errors.${errorCode(error) ?? 'UNREACHABLE'}`)}</Text>
      <Button variant="default" onClick={again}>
        {t('retry')}
      </Button>
    </Stack>
  );
}
