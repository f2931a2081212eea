import { Button, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withRestOfTexts } from '@/lib/i18n';
import { useKeys } from '@/lib/keyboard';
import type { BulkActionKind } from './bulk-action';
import classes from './bulk-bar.module.css';
import type { Selection } from './use-selection';

const BulkDialog = lazy(() => withRestOfTexts(import('./bulk-dialog')));

interface BulkBarProps {
  selection: Selection;
  actions: readonly BulkActionKind[];
  onDone: () => void;
}

/** What can be done to everything that is ticked; Escape lets go of it. */
export default function BulkBar({ selection, actions, onDone }: BulkBarProps) {
  const { t } = useTranslation('bulk');
  const [kind, setKind] = useState<BulkActionKind>();
  const { selected, clear } = selection;
  useKeys({ Escape: clear }, kind === undefined);
  return (
    <section className={classes.bar} aria-label={t('label')}>
      <Text size="sm" fw={500} role="status">
        {t('selected', { count: selected.size })}
      </Text>
      {actions.map((action) => (
        <Button key={action} size="xs" variant="default" onClick={() => setKind(action)}>
          {t(`actions.${action}`)}…
        </Button>
      ))}
      <Button size="xs" variant="subtle" color="gray" ml="auto" onClick={clear}>
        {t('clear')}
      </Button>
      {kind ? (
        <Suspense>
          <BulkDialog
            kind={kind}
            ids={[...selected]}
            onClose={() => setKind(undefined)}
            onDone={() => {
              clear();
              onDone();
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
