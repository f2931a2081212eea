import { ActionIcon } from '@mantine/core';
import {
  IconAlarm,
  IconArchive,
  IconArrowBackUp,
  IconAt,
  IconClockExclamation,
  IconEyeQuestion,
  IconGavel,
  IconHeartHandshake,
  IconMessage,
  IconQuestionMark,
  IconUserCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '@/gql';
import type { NotificationItemFragment, NotificationKind } from '@/gql/graphql';
import { Time } from '@/ui/time';
import classes from './notifications.module.css';

graphql(`
  fragment NotificationItem on Notification {
    id
    kind
    createdAt
    readAt
    archived
    heading
    lead {
      id
      reference
    }
    comment {
      id
      authorName
    }
  }
`);

const MarkNotificationRead = graphql(`
  mutation MarkNotificationRead($input: NotificationInput!) {
    markNotificationRead(input: $input) {
      notification {
        id
        readAt
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const ArchiveNotification = graphql(`
  mutation ArchiveNotification($input: NotificationInput!) {
    archiveNotification(input: $input) {
      notification {
        id
        readAt
        archived
      }
      userErrors {
        code
        message
      }
    }
  }
`);

const ICONS: Record<NotificationKind, typeof IconAt> = {
  ASSIGNED: IconUserCheck,
  MENTIONED: IconAt,
  COMMENTED: IconMessage,
  DUE_SOON: IconAlarm,
  OVERDUE: IconClockExclamation,
  RETRACTED: IconArrowBackUp,
  INFO_REQUESTED: IconQuestionMark,
  INFO_ANSWERED: IconMessage,
  VERDICT: IconGavel,
  BLIND_MATCH: IconEyeQuestion,
  CONTACT_WISHED: IconHeartHandshake,
  CONTACT_OPENED: IconHeartHandshake,
};

interface NotificationItemProps {
  notification: NotificationItemFragment;
  /** The panel closes when one goes where it leads. */
  onFollow?: () => void;
}

/** What happened, to which lead, and when; it leads there, and whoever follows it has read it. */
export function NotificationItem({ notification, onFollow }: NotificationItemProps) {
  const { t } = useTranslation('notifications');
  const [, read] = useMutation(MarkNotificationRead);
  const [, archive] = useMutation(ArchiveNotification);
  const { id, kind, lead, heading, comment, createdAt, readAt, archived } = notification;
  if (!lead) return null;
  const Icon = ICONS[kind];
  const follow = () => {
    if (!readAt) void read({ input: { id } });
    onFollow?.();
  };
  return (
    <li className={classes.item} data-unread={readAt ? undefined : true}>
      <Icon size={16} aria-hidden className={classes.icon} data-kind={kind} />
      <div className={classes.words}>
        <Link
          to="/leads/$reference"
          params={{ reference: lead.reference }}
          className={classes.link}
          onClick={follow}
          data-row-link
        >
          {t(`kinds.${kind}`, { author: comment?.authorName ?? t('somebody') })}
        </Link>
        <div className={classes.about}>
          <span className={classes.reference}>{lead.reference}</span>
          {heading ? <span className={classes.heading}>{heading}</span> : <span>{t('restricted')}</span>}
        </div>
      </div>
      <div className={classes.side}>
        <span className={classes.time}>
          {readAt ? null : <span className={classes.dot} role="img" aria-label={t('unread')} />}
          <Time at={createdAt} />
        </span>
        {archived ? null : (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={classes.away}
            aria-label={t('archive', { reference: lead.reference })}
            title={t('archiveShort')}
            onClick={() => void archive({ input: { id } })}
          >
            <IconArchive size={15} />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}
