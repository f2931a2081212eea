import actions from './actions.json';
import enums from './enums.json';
import evidence from './evidence.json';
import guests from './guests.json';
import ipRights from './ip-rights.json';
import referrals from './referrals.json';
import subjects from './subjects.json';

/** What an officer without an account reads: the page, and the words of the package. */
export default { actions, enums, evidence, guests, ipRights, referrals, subjects };
