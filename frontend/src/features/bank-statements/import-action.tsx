import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ReconciledFundFragment } from '@/gql/graphql';

/** Opens the import from where nothing is yet; nothing for who only reads. */
export function ImportAction({ fund }: { fund: ReconciledFundFragment }) {
  const { t } = useTranslation('bank');
  if (!fund.allowedActions.includes('RECORD')) return null;
  return (
    <Button
      variant="default"
      leftSection={<IconFileImport size={15} aria-hidden />}
      renderRoot={(props) => (
        <Link
          to="/funds/$id/reconciliation"
          params={{ id: fund.id }}
          search={(now: object) => ({ ...now, import: true })}
          {...props}
        />
      )}
    >
      {t('statements.importFirst')}
    </Button>
  );
}
