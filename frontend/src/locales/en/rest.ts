import audit from './audit.json';
import breakGlass from './break-glass.json';
import dates from './dates.json';
import deliveries from './deliveries.json';
import enums from './enums.json';
import groups from './groups.json';
import imports from './imports.json';
import ipRights from './ip-rights.json';
import leads from './leads.json';
import members from './members.json';
import nice from './nice.json';
import operations from './operations.json';
import palette from './palette.json';
import rights from './rights.json';
import sessions from './sessions.json';
import settings from './settings.json';
import subjects from './subjects.json';

/** One file per feature, loaded with the first page or part beyond the inbox; add a new one here in both languages. */
export default {
  audit,
  breakGlass,
  dates,
  deliveries,
  enums,
  groups,
  imports,
  ipRights,
  leads,
  members,
  nice,
  operations,
  palette,
  rights,
  sessions,
  settings,
  subjects,
};
