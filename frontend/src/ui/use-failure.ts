import type { UseFormReturnType } from '@mantine/form';
import { useCallback, useState } from 'react';
import type { Failure } from '@/lib/command';

/** Shows a failed command: errors of known fields at the fields, everything else as a sentence above the form. */
export function useFailure<Values>(form: UseFormReturnType<Values, never> | UseFormReturnType<Values>) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const { setErrors, getValues } = form as UseFormReturnType<Values>;

  const show = useCallback(
    (next: Failure) => {
      const known = new Set(Object.keys(getValues() as object));
      const strangers = Object.entries(next.fields).filter(([key]) => !known.has(key.split('.')[0] ?? key));
      setErrors(next.fields);
      setFailure(next);
      setMessage([next.message, ...strangers.map(([, text]) => text)].filter(Boolean).join(' ') || null);
    },
    [getValues, setErrors],
  );

  const clear = useCallback(() => {
    setFailure(null);
    setMessage(null);
  }, []);

  return { failure, message, show, clear };
}
