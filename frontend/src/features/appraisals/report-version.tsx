import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { FeatureFinding, ReportVersionOfFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { StateBadge, type Tone } from '@/ui/state-badge';
import { ConclusionBadge } from './appraisal-words';
import classes from './appraisals.module.css';
import type { ReportPart } from './compare';
import { ReportPhotos } from './report-photos';

graphql(`
  fragment ReportVersionOf on AppraisalReport {
    version
    method
    process
    features {
      feature
      finding
      note
    }
    photos {
      ...ReportPhoto
    }
    conclusion
    reasons
    signedName
    seal
    correctionReason
    contentSha256
    reportSha256
    orderNumber
    listingUrl
    reportedAt
    reportedBy {
      id
      name
    }
  }
`);

const FINDINGS: Record<FeatureFinding, Tone> = {
  AS_GENUINE: 'good',
  NOT_AS_GENUINE: 'bad',
  UNCLEAR: 'neutral',
};

interface ReportVersionProps {
  report: ReportVersionOfFragment;
  /** What another version beside it says otherwise. */
  changed: readonly ReportPart[];
  /** Whether it is the only one, which needs no number. */
  alone: boolean;
}

/** One version of a report, as it was signed; it is never changed. */
export function ReportVersion({ report, changed, alone }: ReportVersionProps) {
  const { t } = useTranslation('appraisals');
  const { dateTime, labelled } = useFormats();
  const part = (name: ReportPart, children: ReactNode) => (
    <Part label={t(`report.parts.${name}`)} changed={changed.includes(name)}>
      {children}
    </Part>
  );
  return (
    <article className={classes.version}>
      <div className={classes.versionHead}>
        {alone ? null : <h3 className={classes.versionTitle}>{t('report.version', { number: report.version })}</h3>}
        <span className={classes.dimmed}>
          {report.reportedBy.name} · <time dateTime={report.reportedAt}>{dateTime(report.reportedAt)}</time>
        </span>
      </div>
      {report.correctionReason ? (
        <p className={classes.text}>{labelled(t('report.corrected'), report.correctionReason)}</p>
      ) : null}
      {part('conclusion', <ConclusionBadge conclusion={report.conclusion} />)}
      {part('reasons', <p className={classes.text}>{report.reasons}</p>)}
      {report.features.length > 0
        ? part(
            'features',
            <ul className={classes.checked}>
              {report.features.map(({ feature, finding, note }) => (
                <li key={feature}>
                  <span className={classes.strong}>{feature}</span>
                  <StateBadge tone={FINDINGS[finding]} label={t(`findings.${finding}`)} />
                  {note ? <span className={classes.dimmed}>{note}</span> : null}
                </li>
              ))}
            </ul>,
          )
        : null}
      {part('method', <p className={classes.text}>{report.method}</p>)}
      {part('process', <p className={classes.text}>{report.process}</p>)}
      {report.photos.length > 0 ? part('photos', <ReportPhotos photos={report.photos} />) : null}
      {part(
        'signature',
        <span>
          {report.signedName}
          {report.seal ? ` · ${labelled(t('fields.stamp'), report.seal)}` : null}
        </span>,
      )}
      {report.orderNumber || report.listingUrl ? (
        <Part label={t('report.added')} changed={false}>
          <span className={classes.code}>{[report.orderNumber, report.listingUrl].filter(Boolean).join(' · ')}</span>
        </Part>
      ) : null}
      <span className={classes.code} title={report.contentSha256}>
        {`SHA-256 ${(report.reportSha256 ?? report.contentSha256).slice(0, 16)}…`}
      </span>
    </article>
  );
}

function Part({ label, changed, children }: { label: string; changed: boolean; children: ReactNode }) {
  const { t } = useTranslation('appraisals');
  return (
    <div className={classes.part} data-changed={changed || undefined}>
      <div className={classes.dimmed}>
        {label}
        {changed ? <span className={classes.changed}>{`· ${t('report.changed')}`}</span> : null}
      </div>
      {children}
    </div>
  );
}
