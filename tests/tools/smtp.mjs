// A real SMTP server for one test: STARTTLS with a certificate of its own authority, AUTH required, on a free
// loopback port: `node smtp.mjs [--mode MODE]`.
//
// It writes JSON lines to standard output. The first is `{"port", "ca", "username", "password"}`, where `ca` is the
// authority's certificate as PEM. Then comes one line for each message,
// `{"from", "to": [...], "raw", "secure", "answered"}`, where `answered` says whether the client was told.
// It ends when its standard input does, so it cannot outlive the test that started it.
//
// Modes: `accept`; `refuse-auth` (535 to every password); `temporary-failure` (451 after DATA); `permanent-failure`
// (550 after DATA); `unknown-recipient` (550 to every RCPT); `drop-after-data` (takes the message and breaks the connection without an answer); `step`.
//
// With `step` it stops at each stage of a session, writes `{"stage", "session"}` and goes on when it reads the session's
// id as a line: `connect` before the greeting, `recipient` before RCPT is answered, `data` when the whole message is there
// and not answered, with what else there is to say of it. `answered` and `closed` are written and not waited for.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { generate } from 'selfsigned';
import { SMTPServer } from 'smtp-server';

const MODES = ['accept', 'refuse-auth', 'temporary-failure', 'permanent-failure', 'unknown-recipient', 'drop-after-data', 'step'];
const { values: options } = parseArgs({ options: { mode: { type: 'string', default: 'accept' } } });
if (!MODES.includes(options.mode)) {
  console.error(`usage: node smtp.mjs [--mode ${MODES.join('|')}]`);
  process.exit(2);
}

const account = { username: 'touchstone', password: 'a password for tests' };
const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

/** A certificate for localhost, signed by an authority that nobody but the reader of the first line trusts. */
async function certificates() {
  const kind = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' };
  const authority = await generate([{ name: 'commonName', value: 'Touchstone test authority' }], {
    ...kind,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...kind,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { ca: authority.cert, cert: server.cert, key: server.private };
}

function refusal(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

function onAuth(auth, _session, done) {
  const right = auth.username === account.username && auth.password === account.password;
  if (right && options.mode !== 'refuse-auth') done(null, { user: auth.username });
  else done(refusal(535, 'Authentication failed'));
}

/** Sessions that stand at a stage: what lets each go on. */
const standing = new Map();

async function stage(name, session, more = {}) {
  if (options.mode !== 'step') return;
  write({ stage: name, session: session.id, ...more });
  await new Promise((resolve) => standing.set(session.id, resolve));
}

async function onConnect(session, done) {
  await stage('connect', session);
  done();
}

async function onRcptTo(_address, session, done) {
  await stage('recipient', session);
  done(options.mode === 'unknown-recipient' ? refusal(550, 'No such user') : undefined);
}

function onClose(session) {
  if (options.mode === 'step') write({ stage: 'closed', session: session.id });
}

async function onData(stream, session, done) {
  const chunks = [];
  try {
    for await (const chunk of stream) chunks.push(chunk);
  } catch {
    // The client has gone in the middle of the message.
    return;
  }
  const message = {
    from: session.envelope.mailFrom.address,
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
    raw: Buffer.concat(chunks).toString('utf8'),
    secure: session.secure,
  };
  const taken = (answered) => write({ ...message, answered });
  switch (options.mode) {
    case 'temporary-failure':
      return done(refusal(451, 'Try again later'));
    case 'permanent-failure':
      return done(refusal(550, 'No such mailbox'));
    case 'drop-after-data':
      taken(false);
      return drop(session.id);
    case 'step':
      await stage('data', session, message);
      done();
      return write({ stage: 'answered', session: session.id });
    default:
      taken(true);
      return done();
  }
}

function drop(sessionId) {
  for (const connection of server.connections) {
    if (connection.session?.id === sessionId) connection._socket.destroy();
  }
}

const { ca, cert, key } = await certificates();
const server = new SMTPServer({
  key,
  cert,
  onConnect,
  onAuth,
  onRcptTo,
  onData,
  onClose,
  authMethods: ['PLAIN', 'LOGIN'],
  disableReverseLookup: true,
});
// A client that hangs up is a case under test, not a fault of this server.
server.on('error', (error) => console.error(error.message));
server.listen(0, '127.0.0.1', () => write({ port: server.server.address().port, ca, ...account }));
createInterface({ input: process.stdin })
  .on('line', (session) => standing.get(session)?.())
  .on('close', () => process.exit(0));
