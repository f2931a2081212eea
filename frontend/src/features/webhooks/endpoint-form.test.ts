import { expect, test } from 'vitest';
import { endpointDescriptionOf, endpointFaults, endpointInput, NEW_ENDPOINT } from './endpoint-form';

test('an endpoint that nobody changed is sent as it was', () => {
  const some = { url: 'https://a.example/hook', description: 'Cases', kinds: ['DELIVERY_VERDICT' as const] };
  expect(endpointInput(endpointDescriptionOf(some))).toEqual(some);
  const all = { url: 'https://a.example/hook', description: null, kinds: [] };
  expect(endpointInput(endpointDescriptionOf(all))).toEqual(all);
});

test('who wants everything chooses nothing', () => {
  const description = { ...NEW_ENDPOINT, url: ' https://a.example ', kinds: ['LEAD_SHARED' as const] };
  expect(endpointInput(description)).toEqual({ url: 'https://a.example', description: null, kinds: [] });
});

test('an address of the web and at least one kind are needed', () => {
  expect(endpointFaults(NEW_ENDPOINT)).toEqual({ url: 'urlNeeded' });
  expect(endpointFaults({ ...NEW_ENDPOINT, url: 'a.example/hook' })).toEqual({ url: 'urlMalformed' });
  expect(endpointFaults({ ...NEW_ENDPOINT, url: 'ftp://a.example', all: false })).toEqual({
    url: 'urlMalformed',
    kinds: 'kindsNeeded',
  });
  expect(endpointFaults({ ...NEW_ENDPOINT, url: 'https://a.example' })).toEqual({});
});
