import { Button, Skeleton, Stack } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import { stepFocus, useKeys } from '@/lib/keyboard';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { useLiveRefresh } from '@/lib/live';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { PageHeader } from '@/ui/page-header';
import { Toolbar } from '@/ui/toolbar';
import { MarkAllRead } from './mark-all-read';
import { useNotificationActivity } from './notification-feed';
import { notificationFilter } from './notification-filter';
import { NotificationItem } from './notification-item';
import { NotificationView, Topic } from './notification-search';
import classes from './notifications.module.css';

const NotificationList = graphql(`
  query NotificationList($first: Int, $after: String, $last: Int, $before: String, $filter: NotificationFilter) {
    notifications(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      nodes {
        ...NotificationItem
      }
      pageInfo {
        ...PageEnds
      }
      totalCount
      totalCountIsExact
    }
  }
`);

const route = getRouteApi('/_app/notifications');

/** Everything one was told of and still sees. */
export function NotificationListPage() {
  const { t } = useTranslation('notifications');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const view = search.box ?? 'all';
  const [{ data, error, fetching }, reload] = useQuery({
    query: NotificationList,
    variables: { ...pageArguments(search), filter: notificationFilter(view, search.topics) },
  });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(useNotificationActivity(), refresh);
  useKeys({ j: () => stepFocus(list.current, 1), k: () => stepFocus(list.current, -1) });
  return (
    <>
      <PageHeader title={t('title')} actions={<MarkAllRead onDone={refresh} />} />
      <Toolbar>
        {Object.values(NotificationView).map((each) => (
          <Button
            key={each}
            variant={each === view ? 'light' : 'subtle'}
            color={each === view ? undefined : 'gray'}
            aria-pressed={each === view}
            onClick={() =>
              void navigate({
                search: ({ topics }) => ({ ...FIRST_PAGE, topics, box: each === 'all' ? undefined : each }),
              })
            }
          >
            {t(`views.${each}`)}
          </Button>
        ))}
        <FilterMenu
          label={t('about')}
          options={Object.values(Topic).map((value) => ({ value, label: t(`topics.${value}`) }))}
          selected={search.topics}
          onChange={(topics) => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, topics }), replace: true })}
        />
      </Toolbar>
      <KeysetList
        page={data?.notifications}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }) })}
        summary={(count, exact) => t(exact ? 'count' : 'countAtLeast', { count })}
      >
        {(rows) =>
          rows === undefined ? (
            <Stack gap="sm" p="md" aria-busy>
              {[70, 85, 60, 75].map((width) => (
                <Skeleton key={width} h={12} w={`${width}%`} />
              ))}
            </Stack>
          ) : rows.length === 0 ? (
            <NoRows
              icon={IconBell}
              title={t(`emptyOf.${view}`)}
              text={t('emptyText')}
              filtered={search.topics !== undefined}
              noMatch={t('noMatch')}
              onClear={() => void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, topics: undefined }) })}
            />
          ) : (
            <ul ref={list} className={classes.list} aria-label={t('title')}>
              {rows.map((each) => (
                <NotificationItem key={each.id} notification={each} />
              ))}
            </ul>
          )
        }
      </KeysetList>
    </>
  );
}
