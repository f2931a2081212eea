import { act, renderHook } from '@testing-library/react';
import type { CombinedError } from '@urql/core';
import { describe, expect, it } from 'vitest';
import { refusalFailure, useRunner } from './command';
import { startI18n, switchLocale } from './i18n';

const say = (code: string) => `<${code}>`;
const atField = ({ message }: { message: string }) => message;

describe('refusalFailure', () => {
  it('puts an error at its field, with or without the word input', () => {
    const { fields, message } = refusalFailure(
      [
        { code: 'BAD_USER_INPUT', field: ['input', 'items', '0', 'url'], message: 'no address' },
        { code: 'BAD_USER_INPUT', field: ['title'], message: 'too long' },
      ],
      say,
      atField,
    );
    expect(fields).toEqual({ 'items.0.url': 'no address', title: 'too long' });
    expect(message).toBeNull();
  });

  it('tells the rest by its stable code', () => {
    const failure = refusalFailure([{ code: 'STALE_VERSION', field: null, message: 'english only' }], say, atField);
    expect(failure).toEqual({ code: 'STALE_VERSION', fields: {}, message: '<STALE_VERSION>' });
  });
});

describe('useRunner', () => {
  const refused = (extensions: object) => async () => ({ error: { graphQLErrors: [{ extensions }] } as CombinedError });
  const messageOf = async (extensions: object) => {
    const { result } = renderHook(() => useRunner(refused(extensions)));
    const outcome = await act(() => result.current.run({}));
    return outcome.ok ? null : outcome.failure.message;
  };

  it('says how long to wait after too many attempts, in the language of the reader', async () => {
    await startI18n('en');
    const refusal = { code: 'RATE_LIMITED', retryAfter: 180 };
    expect(await messageOf(refusal)).toBe('Too many attempts. Try again in 3 minutes.');
    await switchLocale('zh-Hans');
    expect(await messageOf(refusal)).toBe('尝试次数过多，请于3分钟后再试。');
    await switchLocale('en');
    expect(await messageOf({ code: 'RATE_LIMITED' })).toBe('Too many attempts. Wait a little and try again.');
  });
});
