import classes from './state-badge.module.css';

/** What a colour means, everywhere the same. */
export type Tone = 'neutral' | 'progress' | 'attention' | 'good' | 'bad';

/** A state in words with a coloured dot: the word carries the meaning, the colour only repeats it. */
export function StateBadge({ tone, label }: { tone: Tone; label: string }) {
  return (
    <span className={classes.root} data-tone={tone}>
      <span className={classes.dot} aria-hidden />
      {label}
    </span>
  );
}
