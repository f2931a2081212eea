import { Button } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '@/gql';
import type { OutcomeRevisionsQuery } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { ShortFailure } from '@/ui/short-failure';
import classes from './actions.module.css';

const OutcomeRevisions = graphql(`
  query OutcomeRevisions($id: ID!) {
    offlineAction(id: $id) {
      id
      outcome {
        revisions {
          revision
          reason
          submittedBy {
            id
            name
          }
          submittedAt
          verifiedBy {
            id
            name
          }
          verifiedAt
          entries {
            id
            kind
            label
            result
            recordedBy {
              id
              name
            }
            recordedAt
            struckIn
            struckReason
            struckBy {
              id
              name
            }
          }
        }
      }
    }
  }
`);

type Revision = NonNullable<OutcomeRevisionsQuery['offlineAction']>['outcome']['revisions'][number];

/** How the figures came about, read when somebody asks for it: what was struck stays, with why. */
export function OutcomeHistory({ action, revision }: { action: string; revision: number }) {
  const { t } = useTranslation('actions');
  const [open, setOpen] = useState(false);
  const id = useId();
  if (revision === 0) return null;
  return (
    <>
      <div className={classes.acts}>
        <Button
          size="compact-xs"
          variant="default"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'history.hide' : 'history.show')}
        </Button>
      </div>
      {open ? (
        <div id={id}>
          <Revisions action={action} />
        </div>
      ) : null}
    </>
  );
}

function Revisions({ action }: { action: string }) {
  const { t } = useTranslation(['actions', 'common']);
  const [{ data, error }, reload] = useQuery({
    query: OutcomeRevisions,
    variables: { id: action },
    requestPolicy: 'cache-and-network',
  });
  const revisions = data?.offlineAction?.outcome.revisions;
  if (error && !revisions) return <ShortFailure error={error} retry={() => reload()} />;
  return (
    <ol className={classes.list} aria-label={t('history.title')} aria-busy={!revisions}>
      {revisions?.map((revision) => <RevisionItem key={revision.revision} revision={revision} />) ?? (
        <li className={classes.item}>{t('common:loading')}</li>
      )}
    </ol>
  );
}

function RevisionItem({ revision }: { revision: Revision }) {
  const { t } = useTranslation('actions');
  const { dateTime } = useFormats();
  const { reason, submittedBy, submittedAt, verifiedBy, verifiedAt, entries } = revision;
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.strong}>
          {revision.revision === 1 ? t('history.first') : t('history.correction', { count: revision.revision - 1 })}
        </span>
        {submittedBy && submittedAt ? (
          <span className={classes.dimmed}>
            {t('history.submitted', { name: submittedBy.name, at: dateTime(submittedAt) })}
          </span>
        ) : null}
        {verifiedBy && verifiedAt ? (
          <span className={classes.dimmed}>
            {t('outcome.verified', { name: verifiedBy.name, at: dateTime(verifiedAt) })}
          </span>
        ) : null}
      </div>
      {reason ? <p className={classes.text}>{reason}</p> : null}
      <ul className={classes.stages}>
        {entries.map((entry) => {
          const { kind, label, result, struckIn, struckBy, struckReason } = entry;
          const words = label ?? (result ? t(`results.${result}`) : '–');
          return (
            <li key={`${entry.id}${entry.recordedAt}`} className={classes.line}>
              <span className={classes.dimmed}>{t(`history.kinds.${kind}`)}</span>
              {struckIn === null || struckIn === undefined ? <span>{words}</span> : <s>{words}</s>}
              <span className={classes.dimmed}>
                {t('history.recorded', { name: entry.recordedBy.name, at: dateTime(entry.recordedAt) })}
              </span>
              {typeof struckIn === 'number' ? (
                <span>
                  {struckBy
                    ? t('history.struckBy', { revision: struckIn, name: struckBy.name })
                    : t('history.struck', { revision: struckIn })}
                </span>
              ) : null}
              {struckReason ? <span>{struckReason}</span> : null}
            </li>
          );
        })}
      </ul>
    </li>
  );
}
