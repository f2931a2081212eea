import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/ui/page-header';
import classes from './ip-right-page.module.css';
import { IpRightTrail } from './ip-right-trail';

export function IpRightSkeleton() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader eyebrow={<IpRightTrail />} title={t('loading')} />
      <div className={classes.columns} aria-busy>
        <Stack className={classes.middle} gap="sm">
          {[72, 56, 88, 40].map((width) => (
            <Skeleton key={width} h={12} w={`${width}%`} />
          ))}
        </Stack>
        <Stack className={classes.side} gap="sm">
          {[60, 80, 50, 70].map((width) => (
            <Skeleton key={width} h={12} w={`${width}%`} />
          ))}
        </Stack>
      </div>
    </>
  );
}
