import common from './common.json';
import inbox from './inbox.json';
import shell from './shell.json';

export default { common, inbox, shell };
