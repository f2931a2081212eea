import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import classes from './queue.module.css';
import type { Said } from './use-review';

/** What was said last: a way back for what can be taken back, and to the lead that a confirmation has become. */
export function SaidLast({ said, onUndo }: { said: Said | null; onUndo: () => void }) {
  const { t } = useTranslation('screening');
  return (
    <div className={classes.said} role="status">
      {said ? <Words said={said} onUndo={onUndo} /> : <span className={classes.keysHint}>{t('keysHint')}</span>}
    </div>
  );
}

function Words({ said, onUndo }: { said: Said; onUndo: () => void }) {
  const { t } = useTranslation('screening');
  const { labelled } = useFormats();
  const { row, saying, listing } = said;
  const isLead = saying.judgement === 'CONFIRM';
  const reference = listing?.lead?.reference;
  return (
    <>
      <span className={classes.saidWords}>
        {labelled(t(`verdict.done.${saying.dismissal ?? (isLead ? 'CONFIRM' : 'SKIP')}`), row.title)}
      </span>
      {reference ? (
        <Link to="/leads/$reference" params={{ reference }} search={{}} className={classes.lead}>
          {reference}
        </Link>
      ) : null}
      {isLead ? null : (
        <Button variant="subtle" size="compact-xs" aria-keyshortcuts="u" onClick={onUndo}>
          {t('undo.do')}
        </Button>
      )}
    </>
  );
}
