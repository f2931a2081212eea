import sessions from './sessions.json';

export default { sessions };
