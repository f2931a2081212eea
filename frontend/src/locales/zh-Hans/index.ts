import common from './common.json';
import sessions from './sessions.json';
import shell from './shell.json';

export default { common, sessions, shell };
