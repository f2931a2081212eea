import classes from './wordmark.module.css';

/** The sign is decoration; the name is the text. */
export function Wordmark() {
  return (
    <span className={classes.root}>
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <rect width="32" height="32" rx="7" className={classes.stone} />
        <path d="M8 21.5 13 9h6l5 12.5-4.2 3.5h-7.6z" className={classes.edge} />
        <path d="m12 20 8-6" className={classes.streak} />
      </svg>
      Touchstone
    </span>
  );
}
