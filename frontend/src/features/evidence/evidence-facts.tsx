import { Anchor, CopyButton, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { EvidenceFactsFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { Fact, Facts } from '@/ui/facts';
import classes from './evidence.module.css';

graphql(`
  fragment EvidenceFacts on EvidenceItem {
    id
    kind
    sha256
    bytes
    mediaType
    fileName
    collectorName
    collectedAt
    collectedOffset
    source
    method
    tool
    seal
    holderName
    createdAt
    leadItem {
      id
      title
    }
    parent {
      id
      title
    }
    timestamp {
      state
      at
      authority
    }
  }
`);

export function EvidenceFacts({ evidence }: { evidence: EvidenceFactsFragment }) {
  const { t } = useTranslation('evidence');
  const { dateTime } = useFormats();
  const measures = useMeasures();
  const { sha256, bytes, timestamp, parent } = evidence;
  return (
    <Facts>
      <Fact label={t('fields.kind')}>{t(`kinds.${evidence.kind}`)}</Fact>
      <Fact label={t('fields.holder')}>{evidence.holderName}</Fact>
      <Fact label={t('fields.seal')}>{evidence.seal}</Fact>
      <Fact label={t('fields.collectedAt')}>
        <time dateTime={evidence.collectedAt}>{dateTime(evidence.collectedAt)}</time>
        <span className={classes.beside}>{offsetText(evidence.collectedOffset)}</span>
      </Fact>
      <Fact label={t('fields.collector')}>{evidence.collectorName}</Fact>
      <Fact label={t('fields.source')}>{evidence.source}</Fact>
      <Fact label={t('fields.method')}>{evidence.method}</Fact>
      <Fact label={t('fields.tool')}>{evidence.tool}</Fact>
      <Fact label={t('fields.about')}>{evidence.leadItem?.title}</Fact>
      <Fact label={t('fields.parent')}>
        {parent ? (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/evidence/$id" params={{ id: parent.id }} search={{}} {...props} />}
          >
            {parent.title}
          </Anchor>
        ) : null}
      </Fact>
      <Fact label={t('fields.file')}>
        {bytes === null || bytes === undefined ? null : `${evidence.mediaType} · ${measures.bytes(bytes)}`}
      </Fact>
      <Fact label={t('fields.fileName')}>{evidence.fileName}</Fact>
      <Fact label="SHA-256">{sha256 ? <Hash value={sha256} /> : null}</Fact>
      <Fact label={t('fields.timestamp')}>
        {timestamp ? (
          <>
            {timestamp.at ? <time dateTime={timestamp.at}>{dateTime(timestamp.at)}</time> : null}
            <span className={timestamp.at ? classes.beside : undefined}>
              {timestamp.authority ?? t(`timestampStates.${timestamp.state}`)}
            </span>
          </>
        ) : null}
      </Fact>
    </Facts>
  );
}

/** Somebody who compares it has it in another window. */
function Hash({ value }: { value: string }) {
  const { t } = useTranslation('evidence');
  return (
    <CopyButton value={value}>
      {({ copied, copy }) => (
        <UnstyledButton className={classes.fullHash} onClick={copy} title={t(copied ? 'copied' : 'copy')}>
          {value}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}

/** How far local time was ahead of UTC, as people write it. */
function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
