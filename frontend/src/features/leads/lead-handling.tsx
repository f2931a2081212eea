import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { LeadHandlingFragment } from '@/gql/graphql';
import { lastDayOf } from '@/lib/day';
import { useFormats } from '@/lib/format';
import classes from './lead-handling.module.css';

graphql(`
  fragment LeadHandling on LeadHandling {
    permittedActions
    affectedPartyNotification
    attribution
    usableUntil
  }
`);

interface LeadHandlingWordsProps {
  handling: LeadHandlingFragment;
  /** Beside each other, where they do not stand among the facts. */
  inline?: boolean;
}

/** What those who see the lead may do with it; what goes without saying is left out. */
export function LeadHandlingWords({ handling, inline }: LeadHandlingWordsProps) {
  const { t } = useTranslation(['leads', 'enums']);
  const { date, dateTime } = useFormats();
  const { permittedActions, affectedPartyNotification, attribution, usableUntil } = handling;
  return (
    <ul className={classes.words} aria-label={t('fields.handling')} data-inline={inline || undefined}>
      <li>{t(`enums:permittedActions.${permittedActions}`)}</li>
      {affectedPartyNotification === 'MUST_NOT' ? (
        <li className={classes.marked}>
          <IconEyeOff size={14} aria-hidden />
          {t('enums:affectedPartyNotification.MUST_NOT')}
        </li>
      ) : (
        <li>{t(`enums:affectedPartyNotification.${affectedPartyNotification}`)}</li>
      )}
      {attribution === 'MAY' ? null : <li>{t(`enums:attribution.${attribution}`)}</li>}
      {usableUntil ? (
        <li>
          <time dateTime={usableUntil} title={dateTime(usableUntil)}>
            {t('handling.until', { day: date(lastDayOf(usableUntil)) })}
          </time>
        </li>
      ) : null}
    </ul>
  );
}
