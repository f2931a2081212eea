import { expect, test } from 'vitest';
import { jwkFault } from './jwk';

test('a public key is good', () => {
  expect(jwkFault(' {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}\n')).toBeNull();
});

test('a private key never leaves the browser', () => {
  expect(jwkFault('{"kty":"OKP","crv":"Ed25519","x":"a","d":"b"}')).toBe('private');
  expect(jwkFault('{"kty":"RSA","n":"a","e":"AQAB","p":"b"}')).toBe('private');
  expect(jwkFault('{"kty":"oct","k":"b"}')).toBe('private');
});

test('what is no key is told apart', () => {
  expect(jwkFault('  ')).toBe('missing');
  expect(jwkFault('-----BEGIN PUBLIC KEY-----')).toBe('malformed');
  expect(jwkFault('[]')).toBe('malformed');
  expect(jwkFault('{"x":"a"}')).toBe('malformed');
  expect(jwkFault('{"keys":[]}')).toBe('set');
});
