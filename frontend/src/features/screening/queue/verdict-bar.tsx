import { Button, Kbd, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScreenedOfferFragment } from '@/gql/graphql';
import { useKeys } from '@/lib/keyboard';
import { isDesk } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import classes from './queue.module.css';
import type { Saying } from './use-review';
import { VERDICTS } from './verdicts';

interface VerdictBarProps {
  listing: ScreenedOfferFragment;
  onJudge: (saying: Saying) => void;
  onUndo: () => void;
}

/** What may be said to the listing, each with its key; a phone keeps it at the foot of the screen. */
export function VerdictBar({ listing, onJudge, onUndo }: VerdictBarProps) {
  const { t } = useTranslation('screening');
  const desk = isDesk(useViewer());
  const input = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const offered = VERDICTS.filter(({ judgement }) => listing.allowedJudgements.includes(judgement));
  const say = ({ judgement, dismissal }: Saying) => onJudge({ judgement, dismissal, note: note.trim() || undefined });
  useKeys({
    ...Object.fromEntries(offered.map((verdict) => [verdict.key, () => say(verdict)])),
    a: () => input.current?.focus(),
  });
  if (offered.length === 0 && !listing.mayUndo) return null;
  return (
    <section className={classes.verdicts} aria-label={t('verdict.title')}>
      <div className={classes.buttons}>
        {offered.map((verdict) => (
          <Button
            key={verdict.key}
            size="sm"
            variant={verdict.judgement === 'CONFIRM' ? 'filled' : 'default'}
            aria-keyshortcuts={verdict.key}
            rightSection={<Key name={verdict.key} />}
            onClick={() => say(verdict)}
          >
            {t(`verdict.${verdict.label}`)}
          </Button>
        ))}
        {listing.mayUndo ? (
          <Button size="sm" variant="default" onClick={onUndo}>
            {t('undo.do')}
          </Button>
        ) : null}
      </div>
      {offered.length > 0 ? (
        <>
          <TextInput
            ref={input}
            size="xs"
            className={classes.note}
            aria-label={t('verdict.note')}
            placeholder={t('verdict.noteHint')}
            maxLength={500}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
            // Back to the keys of the verdicts.
            onKeyDown={({ key, currentTarget }) => {
              if (key === 'Enter' || key === 'Escape') currentTarget.blur();
            }}
          />
          <p className={classes.consequence}>{t(desk ? 'verdict.byDesk' : 'verdict.byBrand')}</p>
        </>
      ) : null}
    </section>
  );
}

function Key({ name }: { name: string }) {
  return (
    <Kbd size="xs" aria-hidden visibleFrom="sm">
      {name.toUpperCase()}
    </Kbd>
  );
}
