import { Button } from '@mantine/core';
import { IconRefresh, IconWebhook } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useSteadyReload } from '@/features/operations/steady-reload';
import { graphql } from '@/gql';
import { type WebhookEndpointPageFragment, type WebhookMessageRowFragment, WebhookMessageState } from '@/gql/graphql';
import { FIRST_PAGE, pageArguments } from '@/lib/keyset';
import { FilterMenu } from '@/ui/filter-menu';
import { KeysetList } from '@/ui/keyset-list';
import { NoRows } from '@/ui/no-rows';
import { Section } from '@/ui/section';
import { MessageTable } from './message-table';
import { useReplay } from './replay';
import { replayable } from './replayable';
import { useOwnEndpoint } from './use-own-endpoint';
import classes from './webhooks.module.css';

const AttemptsDrawer = lazy(() => import('./attempts-drawer'));
const ReplaySinceDialog = lazy(() => import('./dialogs/replay-since-dialog'));

const WebhookMessages = graphql(`
  query WebhookMessages(
    $id: ID!
    $states: [WebhookMessageState!]
    $first: Int
    $after: String
    $last: Int
    $before: String
  ) {
    webhookEndpoint(id: $id) {
      id
      messages(filter: { states: $states }, first: $first, after: $after, last: $last, before: $before) {
        nodes {
          ...WebhookMessageRow
        }
        pageInfo {
          ...PageEnds
        }
        totalCount
        totalCountIsExact
      }
    }
  }
`);

const PAGE_SIZE = 25;

const route = getRouteApi('/_app/partners/webhooks/$id');

interface EndpointMessagesProps {
  endpoint: WebhookEndpointPageFragment;
  onReplayed: () => void;
}

/** What was to be sent and what became of it, latest first; settled ones are kept for 30 days. */
export function EndpointMessages({ endpoint, onReplayed }: EndpointMessagesProps) {
  const { t } = useTranslation(['webhooks', 'enums']);
  const manages = useOwnEndpoint(endpoint);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string | null>(null);
  const [since, setSince] = useState(false);
  const [{ data, error, fetching }, reload] = useQuery({
    query: WebhookMessages,
    variables: { id: endpoint.id, states: search.states, ...pageArguments(search, PAGE_SIZE) },
  });
  useSteadyReload(reload);
  const messages = data?.webhookEndpoint?.messages;
  const replayed = () => {
    setChosen(new Set());
    reload({ requestPolicy: 'network-only' });
    onReplayed();
  };
  const replay = useReplay(endpoint.id, replayed);
  // What has left the page, or is on its way again, is not sent again by accident.
  const ids = replayable(messages?.nodes ?? [], chosen);
  const change = (states: WebhookMessageState[] | undefined) =>
    void navigate({ search: (now) => ({ ...now, ...FIRST_PAGE, states }), replace: true, resetScroll: false });
  return (
    <Section title={t('webhooks:messages.title')}>
      <div className={classes.bar}>
        <FilterMenu
          label={t('webhooks:fields.state')}
          options={Object.values(WebhookMessageState).map((value) => ({
            value,
            label: t(`enums:webhookMessageState.${value}`),
          }))}
          selected={search.states}
          onChange={change}
        />
        {manages ? (
          <>
            <Button
              variant="default"
              leftSection={<IconRefresh size={14} />}
              disabled={ids.length === 0}
              loading={replay.running}
              onClick={() => void replay.send({ messageIds: ids })}
            >
              {t('webhooks:replay.selected', { count: ids.length })}
            </Button>
            <Button variant="default" onClick={() => setSince(true)}>
              {t('webhooks:replay.since')}…
            </Button>
          </>
        ) : null}
      </div>
      <KeysetList
        page={messages}
        error={error}
        fetching={fetching}
        reload={reload}
        at={search}
        onPage={(next) => void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false })}
        summary={(count, exact) => t(exact ? 'webhooks:messages.count' : 'webhooks:messages.countAtLeast', { count })}
      >
        {(rows) => (
          <MessageTable
            messages={rows}
            chosen={manages ? chosen : null}
            onChoose={setChosen}
            onShow={({ id }) => setShown(id)}
            empty={
              <NoRows
                icon={IconWebhook}
                title={t('webhooks:messages.empty')}
                text={t('webhooks:messages.emptyText')}
                filtered={search.states !== undefined}
                noMatch={t('webhooks:messages.noMatch')}
                onClear={() => change(undefined)}
              />
            }
          />
        )}
      </KeysetList>
      <Suspense>
        <Shown messages={messages?.nodes ?? []} id={shown} onClose={() => setShown(null)} />
        {since ? (
          <ReplaySinceDialog endpoint={endpoint.id} onClose={() => setSince(false)} onReplayed={replayed} />
        ) : null}
      </Suspense>
    </Section>
  );
}

interface ShownProps {
  messages: readonly WebhookMessageRowFragment[];
  id: string | null;
  onClose: () => void;
}

/** Follows what becomes of the message while it is looked at. */
function Shown({ messages, id, onClose }: ShownProps) {
  const message = messages.find((each) => each.id === id);
  return message ? <AttemptsDrawer message={message} onClose={onClose} /> : null;
}
