import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { PageHeader } from '@/ui/page-header';
import { RouteMissing } from '@/ui/route-missing';
import { asked } from '../address';
import { ScreeningTabs } from '../screening-tabs';
import { QueueFilters } from './queue-filters';
import { ReviewQueue } from './review-queue';

const route = getRouteApi('/_app/screening/');

/** Listings that may infringe, one after the other: looked at, judged by a key, and on to the next. */
export function QueuePage() {
  const { t } = useTranslation('screening');
  const search = route.useSearch();
  if (!may(useViewer(), 'SCREENING_READ')) return <RouteMissing />;
  const filter = asked(search);
  return (
    <>
      <PageHeader title={t('title')} />
      <ScreeningTabs />
      <QueueFilters />
      {/* Another list is another beginning. */}
      <ReviewQueue key={JSON.stringify([filter, search.latest])} filter={filter} />
    </>
  );
}
