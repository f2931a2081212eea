import type { NotificationKind } from '@/gql/graphql';
import { Topic } from './notification-search';

const TOPICS: Record<NotificationKind, Topic> = {
  ASSIGNED: Topic.leads,
  MENTIONED: Topic.leads,
  COMMENTED: Topic.leads,
  DELIVERED: Topic.leads,
  DUE_SOON: Topic.leads,
  OVERDUE: Topic.leads,
  RETRACTED: Topic.leads,
  INFO_REQUESTED: Topic.leads,
  INFO_ANSWERED: Topic.leads,
  VERDICT: Topic.leads,
  TRANSFER_OVERDUE: Topic.leads,
  BLIND_MATCH: Topic.matches,
  CONTACT_WISHED: Topic.matches,
  CONTACT_OPENED: Topic.matches,
  REFERRAL_APPROVAL: Topic.referrals,
  REFERRAL_RETURNED: Topic.referrals,
  REFERRAL_SENT: Topic.referrals,
  REFERRAL_ANSWERED: Topic.referrals,
  REFERRAL_STOPPED: Topic.referrals,
  REFERRAL_LATE: Topic.referrals,
  ACTION_TEAM: Topic.actions,
  ACTION_CHANGED: Topic.actions,
  ACTION_CLASH: Topic.actions,
  ACTION_FOLLOW_UP: Topic.actions,
  PURCHASE_APPROVAL: Topic.purchases,
  PURCHASE_DECIDED: Topic.purchases,
  PURCHASE_WAITS: Topic.purchases,
  PURCHASE_ASSIGNED: Topic.purchases,
  PURCHASE_MOVED: Topic.purchases,
  PURCHASE_HOLD_ENDING: Topic.purchases,
  PURCHASE_REFUND_LATE: Topic.purchases,
  PURCHASE_CLASH: Topic.purchases,
  APPRAISAL_ORDERED: Topic.samples,
  APPRAISAL_DUE_SOON: Topic.samples,
  APPRAISAL_OVERDUE: Topic.samples,
  APPRAISAL_REPORTED: Topic.samples,
  APPRAISAL_CONTESTED: Topic.samples,
  APPRAISAL_CONFLICT: Topic.samples,
  SAMPLE_RETENTION_ENDED: Topic.samples,
  FUND_APPROVAL: Topic.funds,
  FUND_DECIDED: Topic.funds,
  OFFICER_WAITS: Topic.service,
  OFFICER_ENDING: Topic.service,
  WEBHOOK_FAILING: Topic.service,
  WATCHED_SELLER_MET: Topic.service,
  MAIL_SUSPENDED: Topic.service,
  ACCOUNT_CHANGED: Topic.service,
  POWER_ENDING: Topic.service,
};

/** The kinds that are about one of these. */
export function kindsOf(topics: readonly Topic[]): NotificationKind[] {
  return (Object.keys(TOPICS) as NotificationKind[]).filter((kind) => topics.includes(TOPICS[kind]));
}

/** What is of each topic, in the order in which it was given; topics of which there is nothing are left out. */
export function byTopic<Item extends { kind: NotificationKind }>(items: readonly Item[]): [Topic, Item[]][] {
  const found = Object.values(Topic).map((topic): [Topic, Item[]] => [
    topic,
    items.filter(({ kind }) => TOPICS[kind] === topic),
  ]);
  return found.filter(([, of]) => of.length > 0);
}
