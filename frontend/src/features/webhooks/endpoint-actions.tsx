import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { WebhookEndpointPageFragment } from '@/gql/graphql';
import { failureText, type Outcome } from '@/lib/command';
import { may } from '@/lib/permissions';
import { useCommand } from '@/lib/use-command';
import { useViewer } from '@/lib/viewer';
import { notify } from '@/ui/notify';
import { useOwnEndpoint } from './use-own-endpoint';
import type { EndpointStep } from './webhook-search';

const PingWebhookEndpoint = graphql(`
  mutation PingWebhookEndpoint($input: PingWebhookEndpointInput!) {
    pingWebhookEndpoint(input: $input) {
      endpoint {
        ...WebhookEndpointPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const PauseWebhookEndpoint = graphql(`
  mutation PauseWebhookEndpoint($input: WebhookEndpointInput!) {
    pauseWebhookEndpoint(input: $input) {
      endpoint {
        ...WebhookEndpointPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const ResumeWebhookEndpoint = graphql(`
  mutation ResumeWebhookEndpoint($input: WebhookEndpointInput!) {
    resumeWebhookEndpoint(input: $input) {
      endpoint {
        ...WebhookEndpointPage
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const route = getRouteApi('/_app/partners/webhooks/$id');

interface EndpointActionsProps {
  endpoint: WebhookEndpointPageFragment;
  onDone: () => void;
}

/** What takes nothing away is done at once; the rest asks first. */
export function EndpointActions({ endpoint, onDone }: EndpointActionsProps) {
  const { t } = useTranslation('webhooks');
  const navigate = route.useNavigate();
  const ping = useCommand(PingWebhookEndpoint);
  const pause = useCommand(PauseWebhookEndpoint);
  const resume = useCommand(ResumeWebhookEndpoint);
  const own = useOwnEndpoint(endpoint);
  if (!may(useViewer(), 'WEBHOOK_MANAGE')) return null;
  const { id, version, state } = endpoint;
  const input = { id, expectedVersion: version };
  const tell = (outcome: Outcome<unknown>, done: string) => {
    void notify(outcome.ok ? done : failureText(outcome.failure));
    onDone();
  };
  const open = (step: EndpointStep) => void navigate({ search: (now) => ({ ...now, do: step }) });
  const active = state === 'ACTIVE';
  return (
    <>
      {active && own ? (
        <Button
          variant="default"
          loading={ping.running}
          onClick={async () => tell(await ping.run({ input: { id } }), t('done.PING'))}
        >
          {t('actions.PING')}
        </Button>
      ) : null}
      {active ? null : (
        <Button loading={resume.running} onClick={async () => tell(await resume.run({ input }), t('done.RESUME'))}>
          {t('actions.RESUME')}
        </Button>
      )}
      {own ? (
        <Button variant="default" onClick={() => open('EDIT')}>
          {t('actions.EDIT')}
        </Button>
      ) : null}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={t('more')}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {active ? (
            <Menu.Item disabled={pause.running} onClick={async () => tell(await pause.run({ input }), t('done.PAUSE'))}>
              {t('actions.PAUSE')}
            </Menu.Item>
          ) : null}
          {own ? <Menu.Item onClick={() => open('ROTATE')}>{t('actions.ROTATE')}…</Menu.Item> : null}
          <Menu.Item c="red" onClick={() => open('DELETE')}>
            {t('actions.DELETE')}…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
