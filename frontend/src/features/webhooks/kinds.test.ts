import { expect, test } from 'vitest';
import { WebhookKind } from '@/gql/graphql';
import { GROUPS, KIND_GROUPS, toggleGroup } from './kinds';

test('every kind but the ping can be chosen, in one place', () => {
  const listed = GROUPS.flatMap((group): WebhookKind[] => [...KIND_GROUPS[group]]);
  expect(listed.toSorted()).toEqual(
    Object.values(WebhookKind)
      .filter((kind) => kind !== 'PING')
      .toSorted(),
  );
});

test('a group is ticked as a whole, and taken away as a whole', () => {
  const ticked = toggleGroup(['COMMENT_ADDED', 'DELIVERY_VERDICT'], 'delivery');
  expect(ticked).toEqual(['COMMENT_ADDED', ...KIND_GROUPS.delivery]);
  expect(toggleGroup(ticked, 'delivery')).toEqual(['COMMENT_ADDED']);
});
