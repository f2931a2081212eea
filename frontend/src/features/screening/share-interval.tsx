import type { CurvePlaceFragment } from '@/gql/graphql';
import classes from './screening.module.css';
import { useToldShare } from './told-share';

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** A share in words, and where it may lie as a line on the way from none to all. */
export function ShareInterval({ share }: { share: CurvePlaceFragment['precision'] }) {
  const told = useToldShare();
  const { all, low, high } = share;
  return (
    <>
      <span className={classes.told}>{told(share)}</span>
      {all > 0 ? (
        <span className={classes.interval} aria-hidden>
          <span className={classes.range} style={{ left: percent(low), width: percent(high - low) }} />
          <span className={classes.dot} style={{ left: percent(share.share) }} />
        </span>
      ) : null}
    </>
  );
}
