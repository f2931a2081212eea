import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from 'urql';
import { errorCode } from '@/lib/errors';
import { useReconnected } from '@/lib/live';

interface ShortFailureProps {
  error: CombinedError;
  retry: (options?: { requestPolicy: 'network-only' }) => void;
}

/** Like `QueryFailure`, in one line: for a part of a page or a form without which the rest is still of use. */
export function ShortFailure({ error, retry }: ShortFailureProps) {
  const { t } = useTranslation();
  const again = () => retry({ requestPolicy: 'network-only' });
  useReconnected(again);
  return (
    <span>
      {t(`errors.${errorCode(error) ?? 'UNREACHABLE'}`)}{' '}
      <Button variant="default" size="compact-xs" onClick={again}>
        {t('retry')}
      </Button>
    </span>
  );
}
