import { Button, Group, Select, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import {
  CommentAudience,
  EvidenceKind,
  ExpirySettlement,
  LeadOutcome,
  type LeadTimelineFragment,
  PermittedActions,
  type ReferralStepOfLeadFragment,
  RejectReason,
  type TimelineEntryFragment,
  Tlp,
  Verdict,
} from '@/gql/graphql';
import { useIdempotencyKey } from '@/lib/draft';
import { useFormats } from '@/lib/format';
import { useLocalName } from '@/lib/local-name';
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
    referralSteps {
      ...ReferralStepOfLead
    }
    timeline(last: 100) {
      nodes {
        ...TimelineEntry
      }
      pageInfo {
        hasPreviousPage
      }
    }
  }
  fragment ReferralStepOfLead on LeadReferralStep {
    kind
    at
    byAgency
    referral {
      id
      reference
      organization {
        id
        name
        nameZh
      }
      agency {
        id
        organization {
          id
          name
          nameZh
        }
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

/** What happened, oldest first, with the comments where they were made and the steps of its referrals; one writes at the end. */
export function LeadTimeline({ lead, onChanged }: LeadTimelineProps) {
  const { t } = useTranslation('leads');
  const { pageInfo } = lead.timeline;
  const happened = withReferrals(lead);
  return (
    <Section title={t('timeline.title')}>
      {pageInfo.hasPreviousPage ? (
        <Text size="xs" c="dimmed" mb={8}>
          {t('timeline.earlier')}
        </Text>
      ) : null}
      <ol className={classes.list}>
        {happened.map((each) =>
          'referral' in each ? (
            <ReferralEvent key={`${each.referral.id}${each.kind}${each.at}`} step={each} />
          ) : each.comment ? (
            <CommentEntry key={each.id} entry={each} />
          ) : (
            <Event key={each.id} entry={each} />
          ),
        )}
      </ol>
      {lead.allowedActions.includes('COMMENT') ? <CommentForm leadId={lead.id} onAdded={onChanged} /> : null}
    </Section>
  );
}

/** Both in the order in which they happened; what lies before the first entry shown is earlier than what is shown. */
function withReferrals({ timeline, referralSteps }: LeadTimelineFragment) {
  const [first] = timeline.nodes;
  const since = timeline.pageInfo.hasPreviousPage && first ? Date.parse(first.at) : 0;
  const steps = referralSteps.filter(({ at }) => Date.parse(at) >= since);
  return [...timeline.nodes, ...steps].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
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

/** What happened to a referral that includes the lead. */
function ReferralEvent({ step }: { step: ReferralStepOfLeadFragment }) {
  const { t } = useTranslation(['leads', 'referrals']);
  const localName = useLocalName();
  const { kind, at, byAgency, referral } = step;
  return (
    <li className={classes.event}>
      <span className={classes.dot} data-kind="REFERRAL" aria-hidden />
      <span className={classes.text}>
        <span className={classes.actor}>
          {localName(byAgency ? referral.agency.organization : referral.organization)}
        </span>{' '}
        {t(`referrals:steps.${kind}`)} · {t('timeline.referral')}{' '}
        <Link to="/referrals/$id" params={{ id: referral.id }} search={{}} className={classes.detail}>
          {referral.reference}
        </Link>
      </span>
      <Moment at={at} />
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
