import { Text } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { AppraisalNoticesFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import classes from './appraisals.module.css';

graphql(`
  fragment AppraisalNotices on Appraisal {
    id
    state
    blind
    endReason
    contestedAt
    contestReason
    contestedBy {
      id
      name
    }
    appraiser {
      id
      name
    }
  }
`);

/** What stands above everything else: that something is kept from the reader and why, and that it does not count. */
export function AppraisalNotices({ appraisal }: { appraisal: AppraisalNoticesFragment }) {
  const { t } = useTranslation('appraisals');
  const { moment } = useFormats();
  const viewer = useViewer();
  const { state, blind, endReason, contestReason, contestedAt, contestedBy } = appraisal;
  const own = appraisal.appraiser.id === viewer.person.id;
  const contested = state === 'CONTESTED' || state === 'REINSPECTION';
  return (
    <>
      {blind && own ? (
        <div className={classes.notice} role="note">
          <Text size="sm" fw={600}>
            <IconEyeOff size={14} aria-hidden /> {t('blind.title')}
          </Text>
          <p>{t('blind.text')}</p>
        </div>
      ) : null}
      {contested && contestReason ? (
        <div className={classes.notice} role="note">
          <Text size="sm" fw={600}>
            {t('contested.title')}
          </Text>
          <p>{contestReason}</p>
          {contestedBy && contestedAt ? (
            <p className={classes.dimmed}>
              {contestedBy.name} · <time dateTime={contestedAt}>{moment(contestedAt)}</time>
            </p>
          ) : null}
        </div>
      ) : null}
      {endReason ? (
        <div className={classes.notice} role="note">
          <Text size="sm" fw={600}>
            {t(state === 'DECLINED' ? 'ended.DECLINED' : 'ended.CANCELLED')}
          </Text>
          <p>{endReason}</p>
        </div>
      ) : null}
    </>
  );
}
