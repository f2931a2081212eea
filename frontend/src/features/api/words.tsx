import classes from './api.module.css';

/** A description, with what stands between backticks as code. */
export function Words({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <p className={classes.words}>
      {text.split('`').map((part, at) =>
        // Every second part stood between two of them; the parts of a text have no other name than their place.
        // biome-ignore lint/suspicious/noArrayIndexKey: the text as a whole is replaced
        at % 2 === 1 ? <code key={at}>{part}</code> : part,
      )}
    </p>
  );
}
