import audit from './audit.json';
import dates from './dates.json';
import leads from './leads.json';
import members from './members.json';
import operations from './operations.json';
import rights from './rights.json';
import settings from './settings.json';

/** One file per feature, loaded with the first page beyond the inbox; add a new one here in both languages. */
export default { audit, dates, leads, members, operations, rights, settings };
