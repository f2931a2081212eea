import { useTranslation } from 'react-i18next';
import type { IpRightRowFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import classes from './ip-rights.module.css';

type Ending = Pick<IpRightRowFragment, 'state' | 'expiresOn' | 'daysLeft'>;

/** So many days before the last one it becomes urgent: that is when the last reminder but one is sent. */
const URGENT_DAYS = 30;

/** A right's last day, and how far away it is where that matters. */
export function LastDay({ right: { state, expiresOn, daysLeft } }: { right: Ending }) {
  const { date } = useFormats();
  if (!expiresOn) return <span className={classes.dimmed}>–</span>;
  const counts = state === 'EXPIRING' || state === 'EXPIRED';
  return (
    <>
      <time dateTime={expiresOn}>{date(expiresOn)}</time>
      {counts && typeof daysLeft === 'number' ? <DaysLeft days={daysLeft} /> : null}
    </>
  );
}

function DaysLeft({ days }: { days: number }) {
  const { t } = useTranslation('ipRights');
  const tone = days < 0 ? undefined : days <= URGENT_DAYS ? 'bad' : 'attention';
  return (
    <span className={classes.daysLeft} data-tone={tone}>
      {days < 0
        ? t('list.over', { count: -days })
        : days === 0
          ? t('list.endsToday')
          : t('list.daysLeft', { count: days })}
    </span>
  );
}
