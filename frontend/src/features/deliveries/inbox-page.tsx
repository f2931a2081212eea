import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withRestOfTexts } from '@/lib/i18n';
import { FIRST_PAGE } from '@/lib/keyset';
import { isDesk } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { DeliveryInbox } from './delivery-inbox';
import type { InboxView } from './inbox-search';

/** Only the desk needs it. */
const TriageQueue = lazy(() => withRestOfTexts(import('./triage-queue')));

const route = getRouteApi('/_app/inbox');

/** Answering members see what is due; the desk sees what waits for triage and what nobody answered. */
export function InboxPage() {
  const { t } = useTranslation('inbox');
  const desk = isDesk(useViewer());
  const views: InboxView[] = desk
    ? ['triage', 'expired', 'due', 'overdue', 'answered']
    : ['due', 'overdue', 'answered'];
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const view = search.view && views.includes(search.view) ? search.view : (views[0] ?? 'due');
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar>
        {views.map((each) => (
          <Button
            key={each}
            variant={each === view ? 'light' : 'subtle'}
            color={each === view ? undefined : 'gray'}
            aria-pressed={each === view}
            onClick={() =>
              void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, selected: undefined, view: each }) })
            }
          >
            {t(`views.${each}`)}
          </Button>
        ))}
      </Toolbar>
      {view === 'triage' ? (
        <Suspense>
          <TriageQueue />
        </Suspense>
      ) : (
        <DeliveryInbox view={view} />
      )}
    </>
  );
}
