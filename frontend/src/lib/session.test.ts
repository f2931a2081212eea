import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Grant, Session, type SessionPorts } from './session';

const MINUTE = 60_000;

function session(answers: (Grant | null | Error)[], hinted = true) {
  let hint = hinted;
  const requestRefresh = vi.fn(async () => {
    const answer = answers.shift() ?? null;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const ports: SessionPorts = {
    requestRefresh,
    exclusively: (task) => task(),
    now: Date.now,
    hint: {
      read: () => hint,
      write: (signedIn) => {
        hint = signedIn;
      },
    },
  };
  return { session: new Session(ports), requestRefresh, hinted: () => hint };
}

const grant = (accessToken: string): Grant => ({ accessToken, expiresIn: 900 });

describe('Session', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks nothing for a stranger', async () => {
    const { session: it_, requestRefresh } = session([], false);
    await it_.start();
    expect(it_.status()).toBe('anonymous');
    expect(requestRefresh).not.toHaveBeenCalled();
  });

  it('resumes from the cookie after a reload', async () => {
    const { session: it_ } = session([grant('one')]);
    await it_.start();
    expect(it_.status()).toBe('authenticated');
    expect(it_.token).toBe('one');
  });

  it('forgets the hint when the cookie is refused', async () => {
    const { session: it_, hinted } = session([null]);
    await it_.start();
    expect(it_.status()).toBe('anonymous');
    expect(hinted()).toBe(false);
  });

  it('keeps the hint when the server cannot be reached, so that a reload tries again', async () => {
    const { session: it_, hinted } = session([new Error('offline')]);
    await it_.start();
    expect(it_.status()).toBe('anonymous');
    expect(hinted()).toBe(true);
  });

  it('refreshes a minute before the token ends, without another epoch', async () => {
    const { session: it_, requestRefresh } = session([grant('two')], false);
    it_.adopt(grant('one'));
    const epoch = it_.epoch;
    await vi.advanceTimersByTimeAsync(13 * MINUTE);
    expect(requestRefresh).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(it_.token).toBe('two');
    expect(it_.epoch).toBe(epoch);
  });

  it('refreshes once for many callers: a second use of the cookie would end the session', async () => {
    const { session: it_, requestRefresh } = session([grant('two'), grant('three')], false);
    it_.adopt(grant('one'));
    const outcomes = await Promise.all([it_.refresh(), it_.refresh(), it_.refresh()]);
    expect(outcomes).toEqual(['refreshed', 'refreshed', 'refreshed']);
    expect(requestRefresh).toHaveBeenCalledTimes(1);
  });

  it('stays signed in through an outage and tries again', async () => {
    const { session: it_ } = session([new Error('offline'), grant('two')], false);
    it_.adopt(grant('one'));
    expect(await it_.refresh()).toBe('unreachable');
    expect(it_.status()).toBe('authenticated');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(it_.token).toBe('two');
  });

  it('ends when a refresh is refused, and tells its listeners', async () => {
    const { session: it_ } = session([null], false);
    const listener = vi.fn();
    it_.adopt(grant('one'));
    it_.subscribe(listener);
    expect(await it_.refresh()).toBe('refused');
    expect(it_.token).toBeNull();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('sends nothing any more after sign-out', async () => {
    const { session: it_, requestRefresh } = session([], false);
    it_.adopt(grant('one'));
    it_.end();
    await vi.advanceTimersByTimeAsync(60 * MINUTE);
    expect(requestRefresh).not.toHaveBeenCalled();
  });
});
