import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { SuspectRecordFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import classes from './actions.module.css';
import { EntryActs, type OpenEntry } from './follow-up-acts';

graphql(`
  fragment SuspectRecord on SuspectRecord {
    id
    maskedName
    role
    stage
    isVerified
    isFinal
    noFollowUp
    stages {
      id
      stage
      on
      note
      recordedBy {
        id
        name
      }
      verifiedBy {
        id
        name
      }
      verifiedAt
    }
    version
    allowedActions
  }
`);

export type Suspect = SuspectRecordFragment;

interface ActionSuspectsProps {
  suspects: readonly Suspect[];
  onAct: (open: OpenEntry) => void;
}

/** Each suspect by initials, with all stages it went through; the name is shown for a purpose only. */
export function ActionSuspects({ suspects, onAct }: ActionSuspectsProps) {
  const { t } = useTranslation('actions');
  return (
    <Section title={t('outcome.suspects')} count={suspects.length}>
      {suspects.length > 0 ? (
        <ul className={classes.list} aria-label={t('outcome.suspects')}>
          {suspects.map((suspect) => (
            <SuspectItem key={suspect.id} suspect={suspect} onAct={onAct} />
          ))}
        </ul>
      ) : (
        <p className={classes.dimmed}>{t('outcome.noSuspects')}</p>
      )}
    </Section>
  );
}

function SuspectItem({ suspect, onAct }: { suspect: Suspect; onAct: (open: OpenEntry) => void }) {
  const { t } = useTranslation(['actions', 'subjects']);
  const { labelled } = useFormats();
  const { maskedName, role, stage, isVerified, isFinal, noFollowUp, allowedActions } = suspect;
  const name = maskedName ?? t('outcome.forgotten');
  return (
    <li className={classes.entry}>
      <div className={classes.line}>
        <span className={classes.strong}>{name}</span>
        {role ? <span className={classes.dimmed}>{t(`subjects:roles.${role}`)}</span> : null}
        <StateBadge tone={isFinal ? 'neutral' : 'progress'} label={t(`custody.${stage}`)} />
        {isVerified ? null : <span className={classes.dimmed}>{t('outcome.unverified')}</span>}
      </div>
      <Stages suspect={suspect} name={name} onAct={onAct} />
      {noFollowUp ? <p className={classes.text}>{labelled(t('followUp.ended'), noFollowUp)}</p> : null}
      <EntryActs label={name} allowed={allowedActions} onAct={(step) => onAct({ step, suspect })} />
    </li>
  );
}

interface StagesProps {
  suspect: Suspect;
  name: string;
  onAct: (open: OpenEntry) => void;
}

/** How it came to the stage it is in: nothing written down before goes away. */
function Stages({ suspect, name, onAct }: StagesProps) {
  const { t } = useTranslation('actions');
  const { date, labelled, list } = useFormats();
  const viewer = useViewer();
  const verifies = suspect.allowedActions.includes('VERIFY_STAGE');
  return (
    <ol className={classes.stages} aria-label={labelled(t('outcome.stages'), name)}>
      {suspect.stages.map((stage) => {
        const { id, on, note, recordedBy, verifiedBy } = stage;
        const words = t(`custody.${stage.stage}`);
        return (
          <li key={id} className={classes.line}>
            <span>{words}</span>
            <time dateTime={on}>{date(on)}</time>
            <span className={classes.dimmed}>
              {list([
                t('outcome.recordedBy', { name: recordedBy.name }),
                verifiedBy ? t('outcome.verifiedBy', { name: verifiedBy.name }) : t('outcome.unverified'),
              ])}
            </span>
            {note ? <span>{note}</span> : null}
            {/* The server says that one of them is to be verified; nobody verifies what they wrote down themselves. */}
            {verifies && !verifiedBy && recordedBy.id !== viewer.person.id ? (
              <Button
                size="compact-xs"
                variant="light"
                aria-label={labelled(t('followUp.steps.VERIFY_STAGE'), list([name, words]))}
                onClick={() => onAct({ step: 'VERIFY_STAGE', suspect, stage })}
              >
                {t('followUp.steps.VERIFY_STAGE')}…
              </Button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
