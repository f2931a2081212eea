import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import classes from './queue.module.css';
import type { Said } from './use-review';

/** What was said last: a way back for what can be taken back, and to the lead that a confirmation has become. */
export function SaidLast({ said, onUndo }: { said: Said | null; onUndo: () => void }) {
  const { t } = useTranslation('screening');
  const { labelled } = useFormats();
  const { row, saying, listing } = said ?? {};
  const lead = listing?.lead;
  return (
    <div className={classes.said} role="status">
      {row && saying ? (
        <>
          <span className={classes.saidWords}>
            {labelled(
              t(`verdict.done.${saying.dismissal ?? (saying.judgement === 'CONFIRM' ? 'CONFIRM' : 'SKIP')}`),
              row.title,
            )}
          </span>
          {lead ? (
            <Link to="/leads/$reference" params={{ reference: lead.reference }} search={{}} className={classes.lead}>
              {lead.reference}
            </Link>
          ) : null}
          {saying.judgement === 'CONFIRM' ? null : (
            <Button variant="subtle" size="compact-xs" aria-keyshortcuts="u" onClick={onUndo}>
              {t('undo.do')}
            </Button>
          )}
        </>
      ) : null}
    </div>
  );
}
