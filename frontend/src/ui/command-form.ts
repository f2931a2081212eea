import { type FormErrors, type UseFormReturnType, useForm } from '@mantine/form';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import { type FormEvent, useEffect, useRef } from 'react';
import type { Failure, PayloadOf } from '@/lib/command';
import { discardDraft, readDraft, writeDraft } from '@/lib/draft';
import { useCommand } from '@/lib/use-command';
import { useFailure } from './use-failure';

interface CommandFormOptions<Data, Variables, Values> {
  document: TypedDocumentNode<Data, Variables>;
  initialValues: Values;
  /** Read at the moment of sending, so that a version reloaded after `STALE_VERSION` is the one sent. */
  variables: (values: Values) => Variables;
  validate?: (values: Values) => FormErrors;
  onDone: (payload: PayloadOf<Data>) => void;
  /** What to read again when somebody else was faster; the typed text stays. */
  onStale?: () => void;
  onFailure?: (failure: Failure) => void;
  /** Keeps what was changed in this tab under this name, until it is sent or thrown away. */
  draft?: string;
  /** Fields that start anew each time: ticks before a step, and ids whose names would have to be asked for. */
  undrafted?: readonly (keyof Values & string)[];
}

export interface CommandForm<Values> {
  form: UseFormReturnType<Values>;
  submit: (event?: FormEvent<HTMLFormElement>) => void;
  running: boolean;
  message: string | null;
  failure: Failure | null;
  /** Throws away what was typed. */
  discard: () => void;
}

/** Only what somebody changed is kept: the rest may be newer when they come back. */
function changesIn<Values extends Record<string, unknown>>(values: Values, from: Values, except: readonly string[]) {
  const changed = Object.entries(values).filter(
    ([field, value]) => !except.includes(field) && JSON.stringify(value) !== JSON.stringify(from[field]),
  );
  return Object.fromEntries(changed);
}

/** The one pattern for every form that changes something: validate, send, show refusals where they belong. */
export function useCommandForm<
  Data extends Record<string, unknown>,
  Variables extends AnyVariables,
  Values extends Record<string, unknown>,
>(options: CommandFormOptions<Data, Variables, Values>): CommandForm<Values> {
  const { document, draft } = options;
  const latest = useRef(options);
  latest.current = options;
  const { run, running } = useCommand(document);
  const form = useForm<Values>({
    initialValues: { ...options.initialValues, ...(draft ? readDraft<Partial<Values>>(draft) : null) },
    validate: options.validate ?? (() => ({})),
  });
  const failure = useFailure(form);

  const { values } = form;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a draft brought back counts as typed, not as given
  useEffect(() => form.setInitialValues(options.initialValues), []);
  useEffect(() => {
    if (!draft) return;
    const { initialValues, undrafted = [] } = latest.current;
    const changes = changesIn(values, initialValues, undrafted);
    if (Object.keys(changes).length > 0) writeDraft(draft, changes);
    else discardDraft(draft);
  }, [draft, values]);

  const focusFirst = (errors: FormErrors) => {
    const [path] = Object.keys(errors);
    if (path) form.getInputNode(path)?.focus();
  };
  const discard = () => {
    if (draft) discardDraft(draft);
  };
  const submit = form.onSubmit(async (sent) => {
    failure.clear();
    const outcome = await run(latest.current.variables(sent));
    if (outcome.ok) {
      discard();
      latest.current.onDone(outcome.payload);
      return;
    }
    failure.show(outcome.failure);
    if (outcome.failure.code === 'STALE_VERSION') latest.current.onStale?.();
    latest.current.onFailure?.(outcome.failure);
  }, focusFirst);

  return { form, submit, running, message: failure.message, failure: failure.failure, discard };
}
