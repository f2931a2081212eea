import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/page-header';
import { TwoColumnsSkeleton } from '@/ui/two-columns';
import { IpRightTrail } from './ip-right-trail';

export function IpRightSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<IpRightTrail />} title={t('loading')} />
      <TwoColumnsSkeleton />
    </>
  );
}
