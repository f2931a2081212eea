import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './two-columns.module.css';

/** A page of one thing: what it is about, and its facts beside that; on a phone above it. */
export function TwoColumns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.columns}>
      <div className={classes.middle}>{children}</div>
      <aside className={classes.side}>{side}</aside>
    </div>
  );
}

/** The same while it is being read. */
export function TwoColumnsSkeleton() {
  return (
    <div className={classes.columns} aria-busy>
      <Stack className={classes.middle} gap="sm">
        {[72, 56, 88, 40].map((width) => (
          <Skeleton key={width} h={12} w={`${width}%`} />
        ))}
      </Stack>
      <Stack className={classes.side} gap="sm">
        {[60, 80, 50, 70].map((width) => (
          <Skeleton key={width} h={12} w={`${width}%`} />
        ))}
      </Stack>
    </div>
  );
}
