import audit from './audit.json';
import common from './common.json';
import deliveries from './deliveries.json';
import enums from './enums.json';
import leads from './leads.json';
import members from './members.json';
import rights from './rights.json';
import sessions from './sessions.json';
import settings from './settings.json';
import shell from './shell.json';

/** One file per feature; add a new one here in both languages. */
export default { audit, common, deliveries, enums, leads, members, rights, sessions, settings, shell };
