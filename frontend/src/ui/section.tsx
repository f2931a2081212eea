import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  count?: number;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of an object page. */
export function Section({ title, count, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
          {count === undefined ? null : <span className={classes.count}>{count}</span>}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  );
}
