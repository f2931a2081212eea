import type { LinkProps } from '@tanstack/react-router';
import type { NotificationItemFragment } from '@/gql/graphql';

export interface About {
  reference: string;
  heading: string | null | undefined;
  link: Pick<LinkProps, 'to' | 'params' | 'search'>;
}

/** What it is about, and where that is; nothing where the viewer has lost sight of it. */
export function aboutOf(notification: NotificationItemFragment): About | null {
  const { lead, heading } = notification;
  if (notification.action) {
    const { id, reference, title } = notification.action;
    return { reference, heading: title, link: { to: '/actions/$id', params: { id }, search: {} } };
  }
  if (notification.referral) {
    const { id, reference, title } = notification.referral;
    return { reference, heading: title, link: { to: '/referrals/$id', params: { id }, search: {} } };
  }
  if (notification.purchase) {
    const { id, reference, title } = notification.purchase;
    return { reference, heading: title, link: { to: '/purchases/$id', params: { id }, search: {} } };
  }
  if (notification.appraisal) {
    const { id, reference, sample } = notification.appraisal;
    return { reference, heading: sample.label, link: { to: '/appraisals/$id', params: { id }, search: {} } };
  }
  if (notification.sample) {
    const { id, reference, label } = notification.sample;
    return { reference, heading: label, link: { to: '/samples/$id', params: { id }, search: {} } };
  }
  if (notification.fundOrder) {
    const { id, reference, fund } = notification.fundOrder;
    return { reference, heading: fund.name, link: { to: '/fund-orders/$id', params: { id }, search: {} } };
  }
  if (notification.screenedListing) {
    const { id, title, brand } = notification.screenedListing;
    return { reference: brand.name, heading: title, link: { to: '/screening', search: { selected: id } } };
  }
  if (notification.hit) {
    const { sides } = notification.hit;
    const own = sides.find(({ action }) => action)?.action;
    const agencies = [...new Set(sides.map(({ leadAgency }) => leadAgency.name))].join(' / ');
    const named = own ? { reference: own.reference, heading: own.title } : { reference: '', heading: agencies };
    return { ...named, link: { to: '/deconfliction', search: {} } };
  }
  if (notification.webhookEndpoint) {
    const { id, url, account } = notification.webhookEndpoint;
    return {
      reference: account.name,
      heading: url,
      link: { to: '/partners/webhooks/$id', params: { id }, search: {} },
    };
  }
  if (notification.officer) {
    const { maskedName, agency } = notification.officer;
    const heading = `${maskedName} · ${agency.organization.name}`;
    return { reference: '', heading, link: { to: '/agencies/$id', params: { id: agency.id }, search: {} } };
  }
  if (notification.powerOfAttorney) {
    const { principal, agent } = notification.powerOfAttorney;
    const heading = `${principal.name} → ${agent.name}`;
    return { reference: '', heading, link: { to: '/organizations/$id', params: { id: principal.id }, search: {} } };
  }
  if (notification.person) {
    const { name } = notification.person;
    // What was done to the own account leads to what one may do, not to the people one manages.
    if (notification.kind === 'ACCOUNT_CHANGED') {
      return { reference: '', heading: name, link: { to: '/settings/profile', search: {} } };
    }
    return { reference: '', heading: name, link: { to: '/people', search: { noMail: true } } };
  }
  if (!lead) return null;
  const { reference } = lead;
  return { reference, heading, link: { to: '/leads/$reference', params: { reference } } };
}
