import {
  IconActivityHeartbeat,
  IconAffiliate,
  IconBell,
  IconBuilding,
  IconCalendar,
  IconCertificate,
  IconChartBar,
  IconChecklist,
  IconCirclesRelation,
  IconCoins,
  IconEyeQuestion,
  IconFileDescription,
  IconFileSearch,
  IconFlag,
  IconGavel,
  IconHistory,
  IconInbox,
  IconLayoutKanban,
  IconListSearch,
  IconMap2,
  IconMicroscope,
  IconPackage,
  IconPlugConnected,
  IconRegistered,
  IconSettings,
  IconShield,
  IconShoppingBag,
  IconShoppingCart,
  IconTrafficCone,
  IconTransfer,
  IconUrgent,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { ViewerFragment } from '@/gql/graphql';
import { hasInbox, may, permitted } from '@/lib/permissions';
import type en from '@/locales/en';
import { InboxCount } from './inbox-count';

export interface Page {
  to: NonNullable<LinkProps['to']>;
  label: keyof typeof en.shell;
  icon: typeof IconInbox;
  /** Whom it concerns; everybody where this is absent. */
  concerns?: (viewer: ViewerFragment) => boolean;
  /** Not in the navigation, because the frame or another page leads there: only in the palette. */
  unlisted?: true;
  /** The letter that goes there after `G`. */
  letter?: string;
  /** How much waits there. */
  count?: ComponentType<{ viewer: ViewerFragment }>;
}

/** Those whom they concern see them, those who look after the alliance see how many there are. */
const seesMatches = (viewer: ViewerFragment) => may(viewer, 'BLIND_MATCH_READ') || may(viewer, 'BLIND_MATCH_FIGURES');

/** Who sends packages to agencies, and whom they are sent to. */
const seesReferrals = (viewer: ViewerFragment) =>
  ['REFERRAL_DRAFT', 'REFERRAL_APPROVE', 'REFERRAL_RECEIVE'].some((action) => may(viewer, action));

/** Who hands something in, or looks after the programs that do, finds the reference of the API beside that. */
const worksWithPrograms = (viewer: ViewerFragment) =>
  may(viewer, 'SERVICE_ACCOUNT_MANAGE') || may(viewer, 'LEAD_CREATE');

/** The navigation from top to bottom. The palette and the keys know the same pages. */
export const SECTIONS: Record<'work' | 'alliance' | 'own', readonly Page[]> = {
  work: [
    { to: '/inbox', label: 'inbox', icon: IconInbox, concerns: hasInbox, letter: 'i', count: InboxCount },
    { to: '/leads', label: 'leads', icon: IconFileSearch, concerns: permitted('LEAD_READ'), letter: 'l' },
    { to: '/subjects', label: 'subjects', icon: IconAffiliate, concerns: permitted('LEAD_READ') },
    {
      to: '/screening',
      label: 'screening',
      icon: IconChecklist,
      concerns: permitted('SCREENING_READ'),
      letter: 'r',
    },
    { to: '/matches', label: 'matches', icon: IconEyeQuestion, concerns: seesMatches },
    { to: '/search', label: 'search', icon: IconListSearch, concerns: permitted('LEAD_READ') },
    { to: '/board', label: 'board', icon: IconLayoutKanban, concerns: permitted('LEAD_READ') },
    { to: '/calendar', label: 'calendar', icon: IconCalendar, concerns: permitted('LEAD_READ') },
    { to: '/hand-overs', label: 'handOvers', icon: IconTransfer, concerns: permitted('LEAD_FOLLOW') },
    { to: '/referrals', label: 'referrals', icon: IconGavel, concerns: seesReferrals },
    { to: '/actions', label: 'actions', icon: IconFlag, concerns: permitted('OFFLINE_ACTION_READ') },
    {
      to: '/actions/map',
      label: 'actionMap',
      icon: IconWorld,
      concerns: permitted('OFFLINE_ACTION_READ'),
      unlisted: true,
    },
    { to: '/campaigns', label: 'campaigns', icon: IconMap2, concerns: permitted('OFFLINE_ACTION_READ') },
    { to: '/deconfliction', label: 'deconfliction', icon: IconTrafficCone, concerns: permitted('DECONFLICTION_READ') },
    { to: '/rights', label: 'rights', icon: IconRegistered },
    { to: '/products', label: 'products', icon: IconFileDescription, concerns: permitted('PRODUCT_READ') },
    {
      to: '/rights/check',
      label: 'checkAuthorization',
      icon: IconCertificate,
      concerns: permitted('AUTHORIZATION_CHECK'),
    },
    { to: '/purchases', label: 'purchases', icon: IconShoppingCart, concerns: permitted('PURCHASE_READ'), letter: 'p' },
    {
      to: '/purchases/approvals',
      label: 'purchaseApprovals',
      icon: IconChecklist,
      concerns: permitted('PURCHASE_APPROVE'),
      unlisted: true,
    },
    {
      to: '/purchases/figures',
      label: 'purchaseFigures',
      icon: IconChartBar,
      concerns: permitted('STATISTICS_READ'),
      unlisted: true,
    },
    {
      to: '/purchases/clashes',
      label: 'purchaseClashes',
      icon: IconTrafficCone,
      concerns: permitted('PURCHASE_ASSIGN'),
      unlisted: true,
    },
    { to: '/funds', label: 'funds', icon: IconCoins, concerns: permitted('FUND_READ') },
    { to: '/fund-orders', label: 'fundApprovals', icon: IconChecklist, concerns: permitted('FUND_APPROVE') },
    { to: '/programs', label: 'programs', icon: IconShoppingBag, concerns: permitted('PROGRAM_READ') },
    { to: '/samples', label: 'samples', icon: IconPackage, concerns: permitted('SAMPLE_READ') },
    { to: '/appraisals', label: 'appraisals', icon: IconMicroscope, concerns: permitted('APPRAISAL_READ') },
  ],
  alliance: [
    { to: '/organizations', label: 'organizations', icon: IconBuilding },
    { to: '/agencies', label: 'agencies', icon: IconShield, concerns: permitted('AGENCY_READ') },
    { to: '/people', label: 'people', icon: IconUsers, concerns: permitted('PERSON_READ') },
    { to: '/groups', label: 'groups', icon: IconCirclesRelation, concerns: permitted('SHARING_GROUP_READ') },
    { to: '/break-glass', label: 'breakGlass', icon: IconUrgent, concerns: permitted('BREAK_GLASS_READ') },
    { to: '/statistics', label: 'statistics', icon: IconChartBar, concerns: permitted('STATISTICS_READ') },
    { to: '/audit', label: 'audit', icon: IconHistory, concerns: permitted('AUDIT_READ') },
    { to: '/operations', label: 'operations', icon: IconActivityHeartbeat, concerns: permitted('OPERATIONS_READ') },
  ],
  own: [
    { to: '/notifications', label: 'notifications', icon: IconBell, unlisted: true },
    { to: '/partners', label: 'partners', icon: IconPlugConnected, concerns: permitted('SERVICE_ACCOUNT_MANAGE') },
    {
      to: '/partners/ingest',
      label: 'ingest',
      icon: IconPlugConnected,
      concerns: (viewer) => may(viewer, 'LEAD_CREATE') && !may(viewer, 'SERVICE_ACCOUNT_MANAGE'),
    },
    { to: '/partners/api', label: 'api', icon: IconPlugConnected, concerns: worksWithPrograms, unlisted: true },
    {
      to: '/partners/api',
      label: 'api',
      icon: IconPlugConnected,
      concerns: (viewer) => !worksWithPrograms(viewer),
    },
    { to: '/settings', label: 'settings', icon: IconSettings, letter: 's' },
  ],
};

/** What of this is there for somebody. */
export function offered<Offer extends Pick<Page, 'concerns'>>(
  offers: readonly Offer[],
  viewer: ViewerFragment,
): Offer[] {
  return offers.filter(({ concerns }) => concerns?.(viewer) ?? true);
}

export function pagesOf(viewer: ViewerFragment): Page[] {
  return offered(Object.values(SECTIONS).flat(), viewer);
}
