import { Button, Group, Skeleton } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandlingValues } from './handling-form';
import { LeadHandlingWords } from './lead-handling';

const HandlingFields = lazy(() => import('./handling-fields'));

interface FoldedHandlingProps<Values extends { handling: HandlingValues }> {
  form: UseFormReturnType<Values>;
}

/** Most leads are used as usual: how is said in words, and whoever wants it otherwise unfolds the fields. */
export function FoldedHandling<Values extends { handling: HandlingValues }>({ form }: FoldedHandlingProps<Values>) {
  const { t } = useTranslation('leads');
  const [open, setOpen] = useState(false);
  const refused = Object.keys(form.errors).some((field) => field.startsWith('handling'));
  return (
    <>
      <Group gap="xs" justify="space-between">
        <LeadHandlingWords handling={form.values.handling} inline />
        <Button variant="default" aria-expanded={open || refused} onClick={() => setOpen(!open)}>
          {t('actions.CHANGE_HANDLING')}
        </Button>
      </Group>
      {open || refused ? (
        <Suspense fallback={<Skeleton h={150} />}>
          <HandlingFields form={form} />
        </Suspense>
      ) : null}
    </>
  );
}
