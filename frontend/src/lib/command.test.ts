import { describe, expect, it } from 'vitest';
import { refusalFailure } from './command';

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
