import { useFormats } from '@/lib/format';

/** How long ago or until; the exact time for who points at it. A dash where there is none. */
export function Time({ at }: { at: string | null | undefined }) {
  const { dateTime, relative } = useFormats();
  if (!at) return '–';
  return (
    <time dateTime={at} title={dateTime(at)}>
      {relative(at)}
    </time>
  );
}
