import { Button } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './empty-state';

interface NoRowsProps extends ComponentProps<typeof EmptyState> {
  /** What is said instead when filters leave nothing over, and how to take them away. */
  filtered: boolean;
  noMatch: string;
  noMatchText?: string;
  onClear: () => void;
}

/** What a list shows instead of rows: nothing is there yet, or nothing matches. */
export function NoRows({ filtered, noMatch, noMatchText, onClear, ...empty }: NoRowsProps) {
  const { t } = useTranslation();
  if (!filtered) return <EmptyState {...empty} />;
  return (
    <EmptyState
      icon={empty.icon}
      title={noMatch}
      text={noMatchText ?? t('noMatchText')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('clearFilters')}
        </Button>
      }
    />
  );
}
