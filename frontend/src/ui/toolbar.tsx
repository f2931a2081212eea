import type { ReactNode } from 'react';
import classes from './toolbar.module.css';

interface ToolbarProps {
  /** The box to search in, which has a line of its own on a phone. */
  search?: ReactNode;
  children: ReactNode;
}

/** The strip of filters under a page's header. */
export function Toolbar({ search, children }: ToolbarProps) {
  return (
    <div className={classes.root}>
      {search}
      <div className={classes.filters}>{children}</div>
    </div>
  );
}
