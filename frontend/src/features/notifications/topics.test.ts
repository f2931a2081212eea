import { expect, test } from 'vitest';
import { NotificationKind } from '@/gql/graphql';
import { notificationFilter } from './notification-filter';
import { Topic } from './notification-search';
import { byTopic, kindsOf } from './topics';

test('every kind is about something that can be chosen', () => {
  const kinds = Object.values(NotificationKind);
  expect(kindsOf(Object.values(Topic)).toSorted()).toEqual(kinds.toSorted());
  for (const topic of Object.values(Topic)) expect(kindsOf([topic]), topic).not.toEqual([]);
});

test('kinds stand under what they are about, in their own order', () => {
  const items = [
    { kind: NotificationKind.FundDecided },
    { kind: NotificationKind.Overdue },
    { kind: NotificationKind.Assigned },
  ];
  expect(byTopic(items)).toEqual([
    [Topic.leads, [items[1], items[2]]],
    [Topic.funds, [items[0]]],
  ]);
  expect(kindsOf([Topic.service])).toContain('MAIL_SUSPENDED');
});

test('the address asks for the kinds of what was chosen, and for all where nothing was', () => {
  expect(notificationFilter('unread', undefined)).toEqual({ unread: true });
  const filter = notificationFilter('archived', [Topic.matches]);
  expect(filter).toEqual({ archived: true, kinds: ['BLIND_MATCH', 'CONTACT_WISHED', 'CONTACT_OPENED'] });
});
