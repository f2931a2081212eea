import { useState } from 'react';

export interface Selection {
  selected: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** Selects all of these, or none of them where all are. */
  toggleAll: (ids: readonly string[]) => void;
  clear: () => void;
}

/** What is ticked in a list; it stays while one turns pages. */
export function useSelection(): Selection {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return {
    selected,
    toggle: (id) =>
      setSelected((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    toggleAll: (ids) =>
      setSelected((now) => {
        const whole = ids.every((id) => now.has(id));
        const next = new Set(now);
        for (const id of ids) {
          if (whole) next.delete(id);
          else next.add(id);
        }
        return next;
      }),
    clear: () => setSelected(new Set()),
  };
}
