import { pieces, type Sign } from './highlight';
import classes from './screening.module.css';

interface MarkedProps {
  text: string;
  signs: readonly Sign[];
  /** `title`, `text` or `seller`. */
  field: string;
}

/** A text of a listing in which the words that count stand out; what each says is told in the table of reasons. */
export function Marked({ text, signs, field }: MarkedProps) {
  return pieces(text, signs, field).map(({ at, text: part, speaks }) =>
    speaks ? (
      <mark key={at} className={classes.mark} data-speaks={speaks}>
        {part}
      </mark>
    ) : (
      part
    ),
  );
}
