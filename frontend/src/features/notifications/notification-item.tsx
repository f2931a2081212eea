import { ActionIcon } from '@mantine/core';
import {
  IconAlarm,
  IconArchive,
  IconArrowBackUp,
  IconAt,
  IconCertificate,
  IconClockExclamation,
  IconEyeQuestion,
  IconFlag,
  IconGavel,
  IconHeartHandshake,
  IconInbox,
  IconMailOff,
  IconMessage,
  IconMicroscope,
  IconPackage,
  IconQuestionMark,
  IconScale,
  IconShield,
  IconShoppingCart,
  IconSnowflake,
  IconTrafficCone,
  IconTransfer,
  IconUserCheck,
  IconUserCog,
  IconWebhook,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'urql';
import { graphql } from '@/gql';
import type { NotificationItemFragment, NotificationKind } from '@/gql/graphql';
import { Time } from '@/ui/time';
import { aboutOf } from './notification-about';
import classes from './notifications.module.css';

graphql(`
  fragment NotificationItem on Notification {
    id
    kind
    createdAt
    readAt
    archived
    webhookEndpoint {
      id
      url
      account {
        id
        name
      }
    }
    heading
    lead {
      id
      reference
    }
    comment {
      id
      authorName
    }
    action {
      id
      reference
      title
    }
    referral {
      id
      reference
      title
    }
    purchase {
      id
      reference
      title
    }
    appraisal {
      id
      reference
      sample {
        id
        label
      }
    }
    sample {
      id
      reference
      label
    }
    fundOrder {
      id
      reference
      fund {
        id
        name
      }
    }
    officer {
      id
      maskedName
      agency {
        id
        organization {
          id
          name
        }
      }
    }
    person {
      id
      name
    }
    powerOfAttorney {
      id
      principal {
        id
        name
      }
      agent {
        id
        name
      }
    }
    screenedListing {
      id
      title
      brand {
        id
        name
      }
    }
    hit {
      id
      sides {
        recordId
        leadAgency {
          id
          name
        }
        action {
          id
          reference
          title
        }
      }
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
  DELIVERED: IconInbox,
  DUE_SOON: IconAlarm,
  OVERDUE: IconClockExclamation,
  RETRACTED: IconArrowBackUp,
  INFO_REQUESTED: IconQuestionMark,
  INFO_ANSWERED: IconMessage,
  VERDICT: IconGavel,
  BLIND_MATCH: IconEyeQuestion,
  CONTACT_WISHED: IconHeartHandshake,
  CONTACT_OPENED: IconHeartHandshake,
  TRANSFER_OVERDUE: IconTransfer,
  REFERRAL_APPROVAL: IconGavel,
  REFERRAL_RETURNED: IconArrowBackUp,
  REFERRAL_SENT: IconGavel,
  REFERRAL_ANSWERED: IconMessage,
  REFERRAL_STOPPED: IconArrowBackUp,
  REFERRAL_LATE: IconClockExclamation,
  FUND_APPROVAL: IconGavel,
  FUND_DECIDED: IconGavel,
  APPRAISAL_ORDERED: IconMicroscope,
  APPRAISAL_DUE_SOON: IconAlarm,
  APPRAISAL_OVERDUE: IconClockExclamation,
  APPRAISAL_REPORTED: IconMicroscope,
  APPRAISAL_CONTESTED: IconScale,
  APPRAISAL_CONFLICT: IconSnowflake,
  SAMPLE_RETENTION_ENDED: IconPackage,
  PURCHASE_APPROVAL: IconShoppingCart,
  PURCHASE_DECIDED: IconShoppingCart,
  PURCHASE_WAITS: IconShoppingCart,
  PURCHASE_ASSIGNED: IconShoppingCart,
  PURCHASE_MOVED: IconShoppingCart,
  PURCHASE_HOLD_ENDING: IconAlarm,
  PURCHASE_REFUND_LATE: IconClockExclamation,
  PURCHASE_CLASH: IconTrafficCone,
  ACTION_TEAM: IconFlag,
  ACTION_CHANGED: IconFlag,
  ACTION_CLASH: IconTrafficCone,
  ACTION_FOLLOW_UP: IconAlarm,
  OFFICER_WAITS: IconShield,
  OFFICER_ENDING: IconShield,
  WEBHOOK_FAILING: IconWebhook,
  WATCHED_SELLER_MET: IconAlarm,
  MAIL_SUSPENDED: IconMailOff,
  ACCOUNT_CHANGED: IconUserCog,
  POWER_ENDING: IconCertificate,
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
  const { id, kind, comment, createdAt, readAt, archived } = notification;
  const about = aboutOf(notification);
  if (!about) return null;
  const Icon = ICONS[kind];
  const follow = () => {
    if (!readAt) void read({ input: { id } });
    onFollow?.();
  };
  return (
    <li className={classes.item} data-unread={readAt ? undefined : true}>
      <Icon size={16} aria-hidden className={classes.icon} data-kind={kind} />
      <div className={classes.words}>
        <Link {...about.link} className={classes.link} onClick={follow} data-row-link>
          {t(`kinds.${kind}`, { author: comment?.authorName ?? t('somebody') })}
        </Link>
        <div className={classes.about}>
          {about.reference ? <span className={classes.reference}>{about.reference}</span> : null}
          {about.heading ? <span className={classes.heading}>{about.heading}</span> : <span>{t('restricted')}</span>}
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
            aria-label={t('archive', { reference: about.reference || about.heading })}
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
