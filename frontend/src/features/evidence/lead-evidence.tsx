import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { EvidenceRowFragment, LeadEvidenceOfFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useLiveRefresh } from '@/lib/live';
import { QueryFailure } from '@/ui/query-failure';
import { Section } from '@/ui/section';
import { TlpBadge } from '@/ui/tlp-badge';
import { AddEvidence } from './add-evidence';
import classes from './evidence.module.css';
import { EvidenceStateBadge, HoldBadge } from './evidence-state';
import { Thumbnail } from './thumbnail';

const LeadEvidenceQuery = graphql(`
  query LeadEvidence($id: ID!) {
    lead(id: $id) {
      ...LeadEvidenceOf
    }
  }
  fragment LeadEvidenceOf on Lead {
    id
    tlp
    allowedActions
    evidence(first: 100) {
      nodes {
        ...EvidenceRow
      }
      totalCount
    }
  }
  fragment EvidenceRow on EvidenceItem {
    id
    kind
    title
    state
    tlp
    sha256
    collectedAt
    collectorName
    onHold
    thumbnailUrl
    transfer {
      id
      overdue
    }
  }
`);

interface LeadEvidenceProps {
  leadId: string;
  /** Changes whenever something happens to the lead. */
  activity: unknown;
}

/** The evidence of a lead, loaded after the page it stands on. */
export default function LeadEvidence({ leadId, activity }: LeadEvidenceProps) {
  const { t } = useTranslation('evidence');
  const [{ data, error }, reload] = useQuery({ query: LeadEvidenceQuery, variables: { id: leadId } });
  const refresh = () => reload({ requestPolicy: 'network-only' });
  useLiveRefresh(activity, refresh);
  const lead = data?.lead;
  if (!lead)
    return error ? (
      <Section title={t('title')}>
        <QueryFailure error={error} retry={refresh} />
      </Section>
    ) : null;
  const mayAdd = lead.allowedActions.includes('ADD_EVIDENCE');
  if (lead.evidence.nodes.length === 0 && !mayAdd) return null;
  return (
    <Section title={t('title')} count={lead.evidence.totalCount}>
      <EvidenceList lead={lead} />
      {mayAdd ? <AddEvidence leadId={lead.id} tlp={lead.tlp} /> : null}
    </Section>
  );
}

function EvidenceList({ lead }: { lead: LeadEvidenceOfFragment }) {
  const { t } = useTranslation('evidence');
  const { nodes, totalCount } = lead.evidence;
  if (nodes.length === 0) return null;
  return (
    <>
      <ul className={classes.list}>
        {nodes.map((evidence) => (
          <EvidenceRow key={evidence.id} evidence={evidence} />
        ))}
      </ul>
      {totalCount > nodes.length ? (
        <Text size="sm" c="dimmed" mt={6}>
          {t('more')}
        </Text>
      ) : null}
    </>
  );
}

function EvidenceRow({ evidence }: { evidence: EvidenceRowFragment }) {
  const { t } = useTranslation('evidence');
  const { dateTime, moment } = useFormats();
  const { id, kind, title, state, tlp, sha256, collectedAt, collectorName, onHold, thumbnailUrl, transfer } = evidence;
  return (
    <li className={classes.item}>
      <Thumbnail kind={kind} url={thumbnailUrl} />
      <div className={classes.body}>
        <div className={classes.line}>
          <Link to="/evidence/$id" params={{ id }} search={{}} className={classes.link}>
            {title}
          </Link>
          <span className={classes.marks}>
            {onHold ? <HoldBadge /> : null}
            {state === 'HELD' ? null : <EvidenceStateBadge state={state} />}
            <TlpBadge tlp={tlp} />
          </span>
        </div>
        <div className={classes.detail}>
          <span>{t(`kinds.${kind}`)}</span>
          <time dateTime={collectedAt} title={dateTime(collectedAt)}>
            {t('collected', { at: moment(collectedAt) })}
          </time>
          <span>{collectorName}</span>
          {transfer ? <span>{t(transfer.overdue ? 'transfer.overdue' : 'transfer.waiting')}</span> : null}
          {sha256 ? (
            <span className={classes.hash} title={sha256}>
              {sha256.slice(0, 12)}…
            </span>
          ) : null}
        </div>
      </div>
    </li>
  );
}
