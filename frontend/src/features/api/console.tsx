import { Button, CopyButton, Group, Select, Textarea } from '@mantine/core';
import { getHotkeyHandler } from '@mantine/hooks';
import type { GraphQLSchema } from 'graphql';
import { lazy, Suspense, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { may } from '@/lib/permissions';
import { useViewer } from '@/lib/viewer';
import { FailureNote } from '@/ui/failure-note';
import { Section } from '@/ui/section';
import classes from './api.module.css';
import { type Answer, ask, server } from './ask';
import { ConsoleAnswer } from './console-answer';
import { curlOf } from './curl';
import { chosen, laidOut, type Problem, read } from './operations';
import { FOR_SERVICES, NEEDS, READY, type Ready, readyRequest } from './ready-requests';
import type { Sketch } from './sketch';
import { readVariables } from './variables';

const ConfirmMutation = lazy(() => import('./confirm-mutation'));

interface ConsoleProps {
  schema: GraphQLSchema | null;
  draft: Sketch;
  onDraft: (draft: Sketch) => void;
  answer: Answer | null;
  onAnswer: (answer: Answer | null) => void;
}

/** Sends what one types as oneself, and shows what comes back. What changes something asks first. */
export function Console({ schema, draft, onDraft, answer, onAnswer }: ConsoleProps) {
  const { t } = useTranslation('api');
  const [name, setName] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const [unreachable, setUnreachable] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const typed = useMemo(() => read(draft.query, null), [draft.query]);
  // What the schema has to say of it may come a moment later than the letters.
  const later = useDeferredValue(draft.query);
  const { problems } = useMemo(() => read(later, schema), [later, schema]);
  const variables = useMemo(() => readVariables(draft.variables), [draft.variables]);
  const operation = chosen(typed, name);
  const ready = operation !== null && variables !== null;
  const follows = operation?.kind === 'subscription';
  const request = ready
    ? {
        query: draft.query,
        ...(operation.name ? { operationName: operation.name } : {}),
        ...(Object.keys(variables).length > 0 ? { variables } : {}),
      }
    : null;

  const run = async () => {
    if (!request || running) return;
    setConfirming(false);
    setRunning(true);
    setUnreachable(false);
    onAnswer(null);
    try {
      onAnswer(await ask(server, request));
    } catch {
      setUnreachable(true);
    }
    setRunning(false);
  };
  const start = () => {
    if (!request || follows || running) return;
    if (operation?.kind === 'mutation') setConfirming(true);
    else void run();
  };
  const keys = getHotkeyHandler([['mod+Enter', start]]);
  return (
    <>
      <Section title={t('console.request')}>
        <p className={classes.hint}>{t('console.text')}</p>
        <ReadyRequests draft={draft} onDraft={onDraft} />
        <div className={classes.editors}>
          <Textarea
            label={t('console.query')}
            classNames={{ input: classes.editor }}
            autosize
            minRows={10}
            maxRows={28}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            value={draft.query}
            onChange={(event) => onDraft({ ...draft, query: event.currentTarget.value })}
            onKeyDown={keys}
          />
          <Textarea
            label={t('console.variables')}
            classNames={{ input: classes.editor }}
            autosize
            minRows={3}
            maxRows={16}
            spellCheck={false}
            autoCapitalize="off"
            autoCorrect="off"
            error={variables === null ? t('console.variablesWrong') : undefined}
            value={draft.variables}
            onChange={(event) => onDraft({ ...draft, variables: event.currentTarget.value })}
            onKeyDown={keys}
          />
        </div>
        <Problems problems={problems} />
        {follows ? <p className={classes.hint}>{t('console.follows')}</p> : null}
        {operation?.roots.some((root) => FOR_SERVICES.some((each) => each === root)) ? (
          <p className={classes.hint}>{t('console.services')}</p>
        ) : null}
        <div className={classes.bar}>
          {typed.operations.length > 1 ? (
            <Select
              size="xs"
              aria-label={t('console.operation')}
              allowDeselect={false}
              data={typed.operations.filter((each) => each.name).map((each) => each.name)}
              value={operation?.name ?? null}
              onChange={setName}
            />
          ) : null}
          <Button loading={running} disabled={!ready || follows} onClick={start}>
            {t('console.run')}
          </Button>
          <Button
            variant="default"
            disabled={laidOut(draft.query) === null}
            onClick={() => onDraft({ ...draft, query: `${laidOut(draft.query) ?? draft.query}\n` })}
          >
            {t('console.layOut')}
          </Button>
          {request ? (
            <CopyButton value={curlOf(window.location.origin, request, follows)}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? 'console.copied' : 'console.curl')}
                </Button>
              )}
            </CopyButton>
          ) : null}
        </div>
      </Section>
      <FailureNote message={unreachable ? t('console.unreachable') : null} />
      <div aria-live="polite" aria-busy={running}>
        {answer ? <ConsoleAnswer answer={answer} /> : null}
      </div>
      {confirming && operation ? (
        <Suspense>
          <ConfirmMutation fields={operation.roots} onRun={() => void run()} onClose={() => setConfirming(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Takes the place of what was typed, which can be brought back. */
function ReadyRequests({ draft, onDraft }: { draft: Sketch; onDraft: (draft: Sketch) => void }) {
  const { t } = useTranslation('api');
  const viewer = useViewer();
  const [last, setLast] = useState<Sketch>(() => readyRequest('viewer'));
  const [own, setOwn] = useState<Sketch | null>(null);
  const offered = READY.filter((each) => {
    const needed = NEEDS[each];
    return needed === undefined || may(viewer, needed);
  });
  const put = (next: Sketch) => {
    setLast(next);
    onDraft(next);
  };
  const choose = (each: Ready) => {
    if (draft.query !== last.query || draft.variables !== last.variables) setOwn(draft);
    put(readyRequest(each));
  };
  return (
    <Group gap={8} my={8} role="group" aria-label={t('console.ready')}>
      {offered.map((each) => (
        <Button key={each} variant="default" size="xs" onClick={() => choose(each)}>
          {t(`ready.${each}`)}
        </Button>
      ))}
      {own ? (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            put(own);
            setOwn(null);
          }}
        >
          {t('console.bringBack')}
        </Button>
      ) : null}
    </Group>
  );
}

function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation('api');
  const { labelled } = useFormats();
  if (problems.length === 0) return null;
  return (
    <ul className={classes.problems} aria-label={t('console.problems')}>
      {problems.map(({ message, line }) => (
        <li key={`${line}${message}`}>
          {line === undefined ? message : labelled(t('console.line', { line }), message)}
        </li>
      ))}
    </ul>
  );
}
