import { Button, Group } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartnerTabs } from '@/features/partners/partner-tabs';
import { PageHeader } from '@/ui/page-header';
import { TwoColumns } from '@/ui/two-columns';
import { ApiLimits } from './api-limits';
import type { Answer } from './ask';
import { Console } from './console';
import { useSchema } from './read-schema';
import { readyRequest } from './ready-requests';
import { SchemaReference } from './schema-reference';
import type { Sketch } from './sketch';

const VIEWS = ['schema', 'console'] as const;

const route = getRouteApi('/_app/partners/api');

/** What a developer asks first: what there is, how much of it one may ask for, and what comes back. */
export function ApiPage() {
  const { t } = useTranslation('api');
  const { trial } = route.useSearch();
  const shown = trial ? 'console' : 'schema';
  const navigate = route.useNavigate();
  const schema = useSchema();
  // They stay while one looks something up, and end with the page: nothing of what is asked or answered is kept.
  const [draft, setDraft] = useState<Sketch>(() => readyRequest('viewer'));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const show = (view: string) =>
    void navigate({ search: (now) => ({ ...now, trial: view === 'console' ? true : undefined }) });
  const tryOut = (sketch: Sketch) => {
    setDraft(sketch);
    show('console');
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <PartnerTabs />
      <TwoColumns side={<ApiLimits answer={answer} />}>
        <Group gap={8} role="group" aria-label={t('views.label')}>
          {VIEWS.map((view) => (
            <Button
              key={view}
              size="xs"
              variant={view === shown ? 'filled' : 'default'}
              aria-pressed={view === shown}
              onClick={() => show(view)}
            >
              {t(`views.${view}`)}
            </Button>
          ))}
        </Group>
        {trial ? (
          <Console schema={schema.schema} draft={draft} onDraft={setDraft} answer={answer} onAnswer={setAnswer} />
        ) : (
          <SchemaReference {...schema} onTry={tryOut} />
        )}
      </TwoColumns>
    </>
  );
}
