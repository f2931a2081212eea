import { Button, Group, Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import {
  CommentAudience,
  EvidenceKind,
  ExpirySettlement,
  LeadOutcome,
  type LeadTimelineFragment,
  PermittedActions,
  RejectReason,
  type TimelineEntryFragment,
  Tlp,
  Verdict,
} from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { Section } from '@/ui/section';
import { TLP_TEXT } from '@/ui/tlp-badge';
import classes from './lead-timeline.module.css';
import { type Mentioned, marked, parts } from './mention';
import { MentionField } from './mention-field';

graphql(`
  fragment LeadTimeline on Lead {
    id
    allowedActions
    timeline(last: 100) {
      nodes {
        ...TimelineEntry
      }
      pageInfo {
        hasPreviousPage
      }
    }
  }
  fragment TimelineEntry on TimelineEntry {
    id
    kind
    at
    actorName
    detail
    reason
    comment {
      id
      body
      audience
      mentions {
        marker
        name
      }
    }
  }
`);

const AddComment = graphql(`
  mutation AddComment($input: AddCommentInput!) {
    addComment(input: $input) {
      comment {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

interface LeadTimelineProps {
  lead: LeadTimelineFragment;
  /** Reads the lead again after a comment. */
  onChanged: () => void;
}

/** What happened, oldest first, with the comments where they were made; one writes at the end. */
export function LeadTimeline({ lead, onChanged }: LeadTimelineProps) {
  const { t } = useTranslation('leads');
  const { nodes, pageInfo } = lead.timeline;
  return (
    <Section title={t('timeline.title')}>
      {pageInfo.hasPreviousPage ? (
        <Text size="xs" c="dimmed" mb={8}>
          {t('timeline.earlier')}
        </Text>
      ) : null}
      <ol className={classes.list}>
        {nodes.map((entry) =>
          entry.comment ? <CommentEntry key={entry.id} entry={entry} /> : <Event key={entry.id} entry={entry} />,
        )}
      </ol>
      {lead.allowedActions.includes('COMMENT') ? <CommentForm leadId={lead.id} onAdded={onChanged} /> : null}
    </Section>
  );
}

function Moment({ at }: { at: string }) {
  const { relative, dateTime } = useFormats();
  return (
    <time dateTime={at} title={dateTime(at)} className={classes.time}>
      {relative(at)}
    </time>
  );
}

function Event({ entry }: { entry: TimelineEntryFragment }) {
  const { t } = useTranslation('leads');
  const detail = useDetail(entry);
  return (
    <li className={classes.event}>
      <span className={classes.dot} data-kind={entry.kind} aria-hidden />
      <span className={classes.text}>
        <span className={classes.actor}>{entry.actorName}</span> {t(`timeline.kinds.${entry.kind}`)}
        {detail ? <span className={classes.detail}> · {detail}</span> : null}
        {entry.reason ? <span className={classes.detail}> · {entry.reason}</span> : null}
      </span>
      <Moment at={entry.at} />
    </li>
  );
}

function CommentEntry({ entry }: { entry: TimelineEntryFragment }) {
  const { t } = useTranslation('enums');
  return (
    <li className={classes.comment}>
      <div className={classes.head}>
        <span className={classes.actor}>{entry.actorName}</span>
        <Moment at={entry.at} />
        {entry.comment ? (
          <span className={classes.audience}>{t(`commentAudience.${entry.comment.audience}`)}</span>
        ) : null}
      </div>
      <p className={classes.body}>
        {entry.comment
          ? parts(entry.comment.body, entry.comment.mentions).map(({ text, named }, at) =>
              named ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
                <span key={at} className={classes.mention}>
                  {text}
                </span>
              ) : (
                text
              ),
            )
          : null}
      </p>
    </li>
  );
}

function CommentForm({ leadId, onAdded }: { leadId: string; onAdded: () => void }) {
  const { t } = useTranslation(['leads', 'enums']);
  const [idempotencyKey, renewKey] = useIdempotencyKey();
  const command = useCommandForm({
    document: AddComment,
    initialValues: {
      body: '',
      audience: 'OWNER_AND_MY_ORGANIZATION' as CommentAudience,
      chosen: [] as Mentioned[],
    },
    draft: `comment-${leadId}`,
    variables: ({ body, audience, chosen }) => ({
      input: { idempotencyKey: idempotencyKey.current, leadId, audience, ...marked(body.trim(), chosen) },
    }),
    validate: ({ body }) => (body.trim() ? {} : { body: t('comment.needed') }),
    onDone: () => {
      renewKey();
      command.form.setValues({ body: '', chosen: [] });
      onAdded();
    },
    onFailure: ({ code }) => code !== null && renewKey(),
  });
  const { form } = command;
  return (
    <form onSubmit={command.submit} noValidate className={classes.form} aria-label={t('comment.label')}>
      <FailureNote message={command.message} />
      <MentionField
        leadId={leadId}
        aria-label={t('comment.label')}
        placeholder={t('comment.placeholder')}
        autosize
        minRows={2}
        maxRows={12}
        value={form.values.body}
        error={form.errors.body ?? form.errors.mentions}
        onChange={(body) => form.setFieldValue('body', body)}
        onMention={(person) => form.setFieldValue('chosen', [...form.values.chosen, person])}
      />
      <Group justify="space-between" mt={8} gap="xs">
        <Select
          size="xs"
          w={230}
          aria-label={t('comment.audience')}
          allowDeselect={false}
          data={Object.values(CommentAudience).map((value) => ({ value, label: t(`enums:commentAudience.${value}`) }))}
          {...form.getInputProps('audience')}
        />
        <Button type="submit" loading={command.running}>
          {t('comment.submit')}
        </Button>
      </Group>
    </form>
  );
}

/** Codes in the reader's words; a reason or a number as it is. */
function useDetail({ kind, detail }: TimelineEntryFragment): string | null {
  const { t } = useTranslation(['enums', 'leads', 'evidence']);
  const { day } = useFormats();
  if (!detail) return null;
  const known = <Code extends string>(codes: Record<string, Code>): Code | undefined =>
    Object.values(codes).find((code) => code === detail);
  const verdict = known(Verdict);
  const outcome = known(LeadOutcome);
  const reject = known(RejectReason);
  const settlement = known(ExpirySettlement);
  const tlp = known(Tlp);
  const permitted = known(PermittedActions);
  const evidence = known(EvidenceKind);
  if (kind === 'ANSWERED' && verdict) return t(`verdict.${verdict}`);
  if (kind === 'RESOLVED' && outcome) return t(`outcome.${outcome}`);
  if (kind === 'REJECTED' && reject) return t(`rejectReason.${reject}`);
  if (kind === 'SETTLED' && settlement) return t(`settlement.${settlement}`);
  if (kind === 'DEADLINE_RECALCULATED') return day(detail);
  if (kind === 'SHARED' && /^\d+$/.test(detail)) return t('leads:timeline.recipients', { count: Number(detail) });
  if (kind === 'TLP_CHANGED' && tlp) return TLP_TEXT[tlp];
  if (kind === 'HANDLING_CHANGED' && permitted) return t(`permittedActions.${permitted}`);
  if (kind.startsWith('EVIDENCE_') && evidence) return t(`evidence:kinds.${evidence}`);
  return detail;
}
