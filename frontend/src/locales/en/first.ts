import common from './common.json';
import deliveries from './deliveries.json';
import enums from './enums.json';
import sessions from './sessions.json';
import shell from './shell.json';

/** What sign-in and the inbox need: loaded before anything is shown. */
export default { common, deliveries, enums, sessions, shell };
