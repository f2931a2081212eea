import { type FormErrors, useForm } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { discardDraft, readDraft, writeDraft } from '@/lib/draft';

interface EntryFormOptions<Values> {
  draft: string;
  initialValues: Values;
  validate: (values: Values) => FormErrors;
  /** Takes what was entered; the form begins anew. */
  onEntry: (values: Values, key: string) => void;
}

/** A form whose words are kept as they are typed, and which is empty again once they are handed on. */
export function useEntryForm<Values extends Record<string, unknown>>(options: EntryFormOptions<Values>) {
  const { draft, initialValues, validate } = options;
  const latest = useRef(options);
  latest.current = options;
  const form = useForm<Values>({
    initialValues: { ...initialValues, ...readDraft<Partial<Values>>(draft) },
    validate,
  });
  const { values } = form;
  useEffect(() => {
    if (JSON.stringify(values) === JSON.stringify(latest.current.initialValues)) discardDraft(draft);
    else writeDraft(draft, values);
  }, [draft, values]);
  const submit = form.onSubmit(
    (entered) => {
      latest.current.onEntry(entered, crypto.randomUUID());
      form.setValues(latest.current.initialValues);
      form.clearErrors();
    },
    (errors) => {
      const [path] = Object.keys(errors);
      if (path) form.getInputNode(path)?.focus();
    },
  );
  return { form, submit };
}
