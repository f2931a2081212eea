import actions from './actions.json';
import agencies from './agencies.json';
import api from './api.json';
import appraisals from './appraisals.json';
import audit from './audit.json';
import bank from './bank.json';
import breakGlass from './break-glass.json';
import bulk from './bulk.json';
import calendar from './calendar.json';
import dates from './dates.json';
import deliveries from './deliveries.json';
import enums from './enums.json';
import evidence from './evidence.json';
import exports from './exports.json';
import funds from './funds.json';
import groups from './groups.json';
import handOvers from './hand-overs.json';
import imports from './imports.json';
import ingest from './ingest.json';
import ipRights from './ip-rights.json';
import leads from './leads.json';
import matches from './matches.json';
import members from './members.json';
import nice from './nice.json';
import notifications from './notifications.json';
import operations from './operations.json';
import palette from './palette.json';
import partners from './partners.json';
import products from './products.json';
import purchases from './purchases.json';
import referrals from './referrals.json';
import rights from './rights.json';
import samples from './samples.json';
import screening from './screening.json';
import search from './search.json';
import sessions from './sessions.json';
import settings from './settings.json';
import subjects from './subjects.json';
import views from './views.json';
import webhooks from './webhooks.json';

/** One file per feature, loaded with the first page or part beyond the inbox; add a new one here in both languages. */
export default {
  actions,
  agencies,
  api,
  appraisals,
  audit,
  bank,
  breakGlass,
  bulk,
  calendar,
  dates,
  deliveries,
  enums,
  evidence,
  exports,
  funds,
  groups,
  handOvers,
  imports,
  ingest,
  ipRights,
  leads,
  matches,
  members,
  nice,
  notifications,
  operations,
  palette,
  partners,
  products,
  purchases,
  referrals,
  rights,
  samples,
  screening,
  search,
  sessions,
  settings,
  subjects,
  views,
  webhooks,
};
