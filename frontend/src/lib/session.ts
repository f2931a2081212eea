/**
 * The session of this browser tab. The access token lives in memory only; the refresh token is an HttpOnly cookie that
 * scripts never see. A refresh rotates that cookie and re-use of an old one ends the whole family, so refreshes are
 * single-flight within a tab and serialised between tabs by a web lock.
 */

export type SessionStatus = 'starting' | 'anonymous' | 'authenticated';
export type RefreshOutcome = 'refreshed' | 'refused' | 'unreachable';

export interface Grant {
  accessToken: string;
  expiresIn: number;
}

export interface SessionPorts {
  /** Asks the server for a new access token; null when it refuses, throws when it cannot be reached. */
  requestRefresh(): Promise<Grant | null>;
  /** Runs one task at a time across all tabs. */
  exclusively<T>(task: () => Promise<T>): Promise<T>;
  now(): number;
  /** Remembers across reloads that a session cookie probably exists, so that strangers cause no request. */
  hint: { read(): boolean; write(signedIn: boolean): void };
}

/** Refresh this long before expiry: a slow request must not outlive its token. */
const REFRESH_AHEAD_MS = 60_000;
const RETRY_MS = 5_000;

export class Session {
  readonly #ports: SessionPorts;
  readonly #listeners = new Set<() => void>();
  #status: SessionStatus = 'starting';
  #token: string | null = null;
  #expiresAt = 0;
  #epoch = 0;
  #refreshing: Promise<RefreshOutcome> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #started: Promise<void> | null = null;

  constructor(ports: SessionPorts) {
    this.#ports = ports;
  }

  /** Resolves once it is known whether somebody is signed in. */
  start(): Promise<void> {
    this.#started ??= this.#resume();
    return this.#started;
  }

  adopt(grant: Grant) {
    const wasAuthenticated = this.#status === 'authenticated';
    this.#token = grant.accessToken;
    this.#expiresAt = this.#ports.now() + grant.expiresIn * 1000;
    this.#ports.hint.write(true);
    this.#schedule(Math.max(this.#expiresAt - this.#ports.now() - REFRESH_AHEAD_MS, RETRY_MS));
    if (!wasAuthenticated) this.#enter('authenticated');
  }

  end() {
    clearTimeout(this.#timer);
    this.#token = null;
    this.#expiresAt = 0;
    this.#ports.hint.write(false);
    this.#enter('anonymous');
  }

  refresh(): Promise<RefreshOutcome> {
    this.#refreshing ??= this.#ports
      .exclusively(() => this.#requestRefresh())
      .finally(() => {
        this.#refreshing = null;
      });
    return this.#refreshing;
  }

  /** Whether this browser was signed in when it was last heard of. */
  get expected() {
    return this.#ports.hint.read();
  }

  get token() {
    return this.#token;
  }

  get expiresSoon() {
    return this.#token !== null && this.#expiresAt - this.#ports.now() < REFRESH_AHEAD_MS / 2;
  }

  /** Changes whenever another person (or nobody) is signed in: caches are thrown away with it. */
  get epoch() {
    return this.#epoch;
  }

  readonly status = () => this.#status;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async #resume() {
    if (!this.#ports.hint.read()) return this.#enter('anonymous');
    const outcome = await this.refresh();
    if (outcome === 'unreachable') this.#enter('anonymous');
  }

  async #requestRefresh(): Promise<RefreshOutcome> {
    try {
      const grant = await this.#ports.requestRefresh();
      if (!grant) {
        this.end();
        return 'refused';
      }
      this.adopt(grant);
      return 'refreshed';
    } catch {
      if (this.#token) this.#schedule(RETRY_MS);
      return 'unreachable';
    }
  }

  #schedule(delay: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), delay);
  }

  #enter(status: SessionStatus) {
    this.#status = status;
    this.#epoch += 1;
    for (const listener of this.#listeners) listener();
  }
}
