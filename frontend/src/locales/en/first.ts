import common from './common.json';
import inbox from './inbox.json';
import shell from './shell.json';

/** What no page does without, and all that the inbox shows: loaded before anything is drawn. */
export default { common, inbox, shell };
