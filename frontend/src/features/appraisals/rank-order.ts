/** The list with what stands at `index` one place further up or down; the same where there is no such place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list];
  const [here, there] = [next[index], next[index + by]];
  if (here === undefined || there === undefined) return next;
  next[index] = there;
  next[index + by] = here;
  return next;
}
