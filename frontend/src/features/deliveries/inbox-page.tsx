import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_VIEW } from '@/features/views/no-view';
import { withRestOfTexts } from '@/lib/i18n';
import { FIRST_PAGE } from '@/lib/keyset';
import { isDesk } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { DeliveryInbox } from './delivery-inbox';
import { deliveryFilter, deliveryOrder, type InboxView, inboxSearchOf } from './inbox-search';

/** Only the desk needs it. */
const TriageQueue = lazy(() => withRestOfTexts(import('./triage-queue')));

const BrandFilter = lazy(() => withRestOfTexts(import('./brand-filter')));

/** Loaded beside the list, which is readable before. */
const ViewTabs = lazy(() => withRestOfTexts(import('@/features/views/view-tabs')));

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
  const builtIn = search.saved === undefined || search.saved === NO_VIEW ? view : undefined;
  return (
    <>
      <PageHeader title={t('title')} />
      <Toolbar>
        {views.map((each) => (
          <Button
            key={each}
            variant={each === builtIn ? 'light' : 'subtle'}
            color={each === builtIn ? undefined : 'gray'}
            aria-pressed={each === builtIn}
            onClick={() =>
              void navigate({
                search: (now) => ({ ...now, ...FIRST_PAGE, selected: undefined, saved: NO_VIEW, view: each }),
              })
            }
          >
            {t(`views.${each}`)}
          </Button>
        ))}
        <Suspense>
          <ViewTabs
            list="DELIVERIES"
            current={search.saved}
            content={
              view !== 'triage' && (search.view || search.brands)
                ? {
                    deliveries: {
                      filter: deliveryFilter(view, undefined, search.brands),
                      orderBy: deliveryOrder(view),
                    },
                  }
                : undefined
            }
            onOpen={(saved, replace) => {
              const next = saved ? { ...inboxSearchOf(saved.filter), saved: saved.id } : { saved: NO_VIEW };
              void navigate({ search: next, replace });
            }}
          />
          {view === 'triage' ? null : (
            <BrandFilter
              selected={search.brands}
              onChange={(brands) =>
                void navigate({
                  search: (now) => ({ ...now, ...FIRST_PAGE, selected: undefined, view, brands }),
                  replace: true,
                })
              }
            />
          )}
        </Suspense>
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
