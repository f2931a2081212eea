import { useEffect, useRef } from 'react';

/** How often something that goes on is looked at. */
const LOOK_MS = 2_000;

/** Looks again while something goes on and somebody is there to see it. */
export function useLookWhile(goesOn: boolean, look: () => void) {
  const current = useRef(look);
  current.current = look;
  useEffect(() => {
    if (!goesOn) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') current.current();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [goesOn]);
}
