import sessions from './sessions.json';

/** What the pages outside of a session say. */
export default { sessions };
