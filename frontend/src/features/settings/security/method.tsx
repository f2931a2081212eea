import type { ReactNode } from 'react';
import classes from './method.module.css';

/** Ways to sign in below each other, in one frame. */
export function Methods({ children }: { children: ReactNode }) {
  return <div className={classes.list}>{children}</div>;
}

interface MethodProps {
  name: string;
  state?: ReactNode;
  hint: string;
  children?: ReactNode;
}

export function Method({ name, state, hint, children }: MethodProps) {
  return (
    <div className={classes.method}>
      <div className={classes.text}>
        <h3 className={classes.name}>
          {name}
          {state}
        </h3>
        <p className={classes.hint}>{hint}</p>
      </div>
      {children}
    </div>
  );
}
