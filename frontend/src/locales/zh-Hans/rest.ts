import audit from './audit.json';
import bulk from './bulk.json';
import calendar from './calendar.json';
import dates from './dates.json';
import evidence from './evidence.json';
import exports from './exports.json';
import groups from './groups.json';
import handOvers from './hand-overs.json';
import imports from './imports.json';
import ipRights from './ip-rights.json';
import leads from './leads.json';
import members from './members.json';
import nice from './nice.json';
import notifications from './notifications.json';
import operations from './operations.json';
import rights from './rights.json';
import search from './search.json';
import settings from './settings.json';
import views from './views.json';

/** One file per feature, loaded with the first page beyond the inbox; add a new one here in both languages. */
export default {
  audit,
  bulk,
  calendar,
  dates,
  evidence,
  exports,
  groups,
  handOvers,
  imports,
  ipRights,
  leads,
  members,
  nice,
  notifications,
  operations,
  rights,
  search,
  settings,
  views,
};
