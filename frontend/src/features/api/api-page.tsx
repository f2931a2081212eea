import { SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartnerTabs } from '@/features/partners/partner-tabs';
import { PageHeader } from '@/ui/page-header';
import { TwoColumns } from '@/ui/two-columns';
import classes from './api.module.css';
import { ApiLimits } from './api-limits';
import { VIEWS, type View } from './api-search';
import type { Answer } from './ask';
import { Console } from './console';
import { useSchema } from './read-schema';
import { readyRequest } from './ready-requests';
import { SchemaReference } from './schema-reference';
import type { Sketch } from './sketch';

const route = getRouteApi('/_app/partners/api');

/** What a developer asks first: what there is, how much of it one may ask for, and what comes back. */
export function ApiPage() {
  const { t } = useTranslation('api');
  const { view = VIEWS.SCHEMA } = route.useSearch();
  const navigate = route.useNavigate();
  const schema = useSchema();
  // They stay while one looks something up, and end with the page: nothing of what is asked or answered is kept.
  const [draft, setDraft] = useState<Sketch>(() => readyRequest('viewer'));
  const [answer, setAnswer] = useState<Answer | null>(null);
  const show = (next: View) => void navigate({ search: (now) => ({ ...now, view: next }) });
  const tryOut = (sketch: Sketch) => {
    setDraft(sketch);
    show(VIEWS.CONSOLE);
  };
  return (
    <>
      <PageHeader title={t('title')} />
      <PartnerTabs />
      <TwoColumns side={<ApiLimits answer={answer} />}>
        <SegmentedControl
          className={classes.views}
          aria-label={t('views.label')}
          value={view}
          onChange={(value) => show(value as View)}
          data={[VIEWS.SCHEMA, VIEWS.CONSOLE].map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        {view === VIEWS.CONSOLE ? (
          <Console schema={schema.schema} draft={draft} onDraft={setDraft} answer={answer} onAnswer={setAnswer} />
        ) : (
          <SchemaReference {...schema} onTry={tryOut} />
        )}
      </TwoColumns>
    </>
  );
}
