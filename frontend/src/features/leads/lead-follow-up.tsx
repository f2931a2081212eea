import { Button, Group } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { LeadFollowUpFragment } from '@/gql/graphql';
import { failureText } from '@/lib/command';
import { useCommand } from '@/lib/use-command';
import { notify } from '@/ui/notify';
import { RemoteSelect } from '@/ui/remote-select';
import classes from './lead-follow-up.module.css';

graphql(`
  fragment LeadFollowUp on Lead {
    id
    followUp {
      assignee {
        id
        name
      }
      version
      watched
      allowedActions
    }
  }
`);

const AssignLead = graphql(`
  mutation AssignLead($input: AssignLeadInput!) {
    assignLead(input: $input) {
      lead {
        ...LeadFollowUp
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const WatchLead = graphql(`
  mutation WatchLead($input: WatchLeadInput!) {
    watchLead(input: $input) {
      lead {
        ...LeadFollowUp
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const UnwatchLead = graphql(`
  mutation UnwatchLead($input: WatchLeadInput!) {
    unwatchLead(input: $input) {
      lead {
        ...LeadFollowUp
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const AssignablePeople = graphql(`
  query AssignablePeople($leadId: ID!, $query: String) {
    assignable(leadId: $leadId, query: $query) {
      id
      name
    }
  }
`);

/** Puts somebody on a lead, or nobody, and says what went wrong. */
export function useAssign(lead: LeadFollowUpFragment, onStale?: () => void) {
  const { t } = useTranslation('leads');
  const { run, running } = useCommand(AssignLead);
  const assign = async (personId: string | null) => {
    const outcome = await run({ input: { id: lead.id, expectedVersion: lead.followUp.version, personId } });
    if (outcome.ok) return void notify(t(personId ? 'followUp.assigned' : 'followUp.unassigned'));
    if (outcome.failure.code === 'STALE_VERSION') onStale?.();
    void notify(failureText(outcome.failure));
  };
  return { assign, running };
}

/** Watches a lead, or no longer. */
export function useWatch(lead: LeadFollowUpFragment) {
  const watch = useCommand(WatchLead);
  const unwatch = useCommand(UnwatchLead);
  const toggle = async () => {
    const { run } = lead.followUp.watched ? unwatch : watch;
    const outcome = await run({ input: { id: lead.id } });
    if (!outcome.ok) void notify(failureText(outcome.failure));
  };
  return { toggle, running: watch.running || unwatch.running };
}

/** Who of one's own organisation is on the lead; the others never see it. */
export function LeadAssignee({ lead, onStale }: { lead: LeadFollowUpFragment; onStale: () => void }) {
  const { t } = useTranslation('leads');
  const { assign } = useAssign(lead, onStale);
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState(false);
  const { assignee, allowedActions } = lead.followUp;
  const [{ data }] = useQuery({
    query: AssignablePeople,
    variables: { leadId: lead.id, query },
    pause: !asked,
  });
  if (!allowedActions.includes('ASSIGN')) return assignee?.name ?? null;
  const found = data?.assignable ?? [];
  const known = assignee && !found.some(({ id }) => id === assignee.id) ? [assignee, ...found] : found;
  return (
    <div className={classes.assignee} onFocusCapture={() => setAsked(true)}>
      <RemoteSelect
        size="xs"
        aria-label={t('followUp.assignee')}
        placeholder={t('followUp.nobody')}
        options={known.map(({ id, name }) => ({ value: id, label: name }))}
        onSearch={setQuery}
        value={assignee?.id ?? null}
        clearable
        onChange={(id) => {
          if (id !== (assignee?.id ?? null)) void assign(id);
        }}
      />
    </div>
  );
}

export function WatchButton({ lead }: { lead: LeadFollowUpFragment }) {
  const { t } = useTranslation('leads');
  const { toggle, running } = useWatch(lead);
  const { watched, allowedActions } = lead.followUp;
  if (allowedActions.length === 0) return null;
  return (
    <Group gap={0}>
      <Button
        variant={watched ? 'light' : 'default'}
        leftSection={<IconEye size={15} />}
        aria-pressed={watched}
        loading={running}
        onClick={() => void toggle()}
      >
        {t(watched ? 'followUp.watching' : 'followUp.watch')}
      </Button>
    </Group>
  );
}
