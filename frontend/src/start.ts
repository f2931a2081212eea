import { session } from './lib/browser-session';
import { preferredLocale, texts } from './lib/locale';

/**
 * The smallest script comes first: while the page's own are on their way, the server says whether somebody is signed in,
 * and what every signed-in page is made of comes beside them, not after.
 */
void session.start();
const locale = preferredLocale();
texts.first[locale]().catch(() => {});
// What does not come now is asked for again by the page, which says so.
(session.expected ? import('./features/shell/shell') : texts.public[locale]()).catch(() => {});
