import { Button, Checkbox, FileButton, Group, Progress, Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationDirectory } from '@/features/members/directory';
import { useBrandDirectory } from '@/features/rights/brand-directory';
import { type IngestRunRowFragment, Tlp } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { useMeasures } from '@/lib/measures';
import { useViewer } from '@/lib/viewer';
import { FailureNote } from '@/ui/failure-note';
import { RemoteSelect } from '@/ui/remote-select';
import { Section } from '@/ui/section';
import { TLP_TEXT } from '@/ui/tlp-badge';
import classes from './ingest.module.css';
import { type Problem, type Standing, sendLines } from './send';
import { type Started, server, startRun, type Wishes } from './stream';

type Trouble = Problem | 'empty' | Extract<Started, { problem: string }>['problem'];

const USUAL: Wishes = { brand: null, tlp: 'AMBER', onBehalfOf: null, draft: false, dryRun: false };

interface Job {
  file: File;
  standing: Standing;
  bytes: number;
}

interface SendFileProps {
  /** One that broke off, to go on with. */
  run: IngestRunRowFragment | null;
  onMoved: () => void;
  onOther: () => void;
}

/** Hands in a file of listings, a line each, of any size; what breaks off goes on with the same file. */
export function SendFile({ run, onMoved, onOther }: SendFileProps) {
  const { t } = useTranslation('ingest');
  const { number } = useFormats();
  const [wishes, setWishes] = useState<Wishes>(USUAL);
  const { job, running, trouble, send, stop } = useSending(onMoved);
  const start = async (file: File | null) => {
    if (file) await send(file, async () => (run ? { standing: standingOf(run) } : startRun(wishes)));
  };
  const goesOn = job?.standing.state === 'OPEN' && !running;
  return (
    <Section title={t(run ? 'send.resumeTitle' : 'send.title')}>
      <div className={classes.form}>
        <p className={classes.hint}>{run ? t('send.resumeText', { lines: number(run.linesDone) }) : t('send.text')}</p>
        <FailureNote message={trouble ? t(`problems.${trouble}`) : null} />
        {job ? <Standings job={job} running={running} /> : null}
        {run || running ? null : <WishFields wishes={wishes} onChange={setWishes} />}
        <Group gap="xs">
          {running ? (
            <Button variant="default" onClick={stop}>
              {t('send.stop')}
            </Button>
          ) : goesOn ? (
            <Button onClick={() => void send(job.file, async () => ({ standing: job.standing }))}>
              {t('send.goOn')}
            </Button>
          ) : (
            <FileButton accept=".ndjson,.jsonl,.json,.txt" onChange={(file) => void start(file)}>
              {(props) => <Button {...props}>{t(run ? 'send.chooseSame' : 'send.choose')}</Button>}
            </FileButton>
          )}
          {run && !running ? (
            <Button variant="default" onClick={onOther}>
              {t('send.other')}
            </Button>
          ) : null}
        </Group>
      </div>
    </Section>
  );
}

/** Sends a file and follows how far it is; leaving the page stops it, and the run can be gone on with. */
function useSending(onMoved: () => void) {
  const [job, setJob] = useState<Job | null>(null);
  const [running, setRunning] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const send = async (file: File, begin: () => Promise<Started>) => {
    setTrouble(null);
    if (file.size === 0) return setTrouble('empty');
    setRunning(true);
    const controller = new AbortController();
    stopper.current = controller;
    const { signal } = controller;
    const started = await begin();
    if ('problem' in started) {
      setRunning(false);
      return setTrouble(started.problem);
    }
    onMoved();
    const show = (standing: Standing, bytes: number) => setJob({ file, standing, bytes });
    const { standing, problem } = await sendLines(server, {
      file,
      standing: started.standing,
      onProgress: show,
      signal,
    });
    setRunning(false);
    setJob((now) => ({ file, standing, bytes: problem ? (now?.bytes ?? 0) : file.size }));
    setTrouble(problem ?? null);
    onMoved();
  };
  return { job, running, trouble, send, stop: () => stopper.current?.abort() };
}

function standingOf(run: IngestRunRowFragment): Standing {
  const { id, state, linesDone, created, alreadyThere, duplicates, refused } = run;
  return { id, state, linesDone, created, alreadyThere, duplicates, refused };
}

function Standings({ job: { file, standing, bytes }, running }: { job: Job; running: boolean }) {
  const { t } = useTranslation('ingest');
  const { number } = useFormats();
  const measures = useMeasures();
  const share = file.size > 0 ? (100 * bytes) / file.size : 100;
  const progress = t('send.progress', { done: measures.bytes(bytes), total: measures.bytes(file.size) });
  const ended = standing.state === 'DONE' ? t('send.done', { name: file.name }) : t('send.broken');
  const counts = ['created', 'alreadyThere', 'duplicates', 'refused'] as const;
  return (
    <>
      {standing.state === 'OPEN' ? <Progress value={share} aria-label={progress} /> : null}
      <p role="status" className={classes.hint}>
        {running ? progress : ended}
      </p>
      <dl className={classes.counts}>
        <div>
          <dt>{t('counts.lines')}</dt>
          <dd>{number(standing.linesDone)}</dd>
        </div>
        {counts.map((name) => (
          <div key={name}>
            <dt>{t(`counts.${name}`)}</dt>
            <dd>{number(standing[name])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function WishFields({ wishes, onChange }: { wishes: Wishes; onChange: (wishes: Wishes) => void }) {
  const { t } = useTranslation('ingest');
  const brands = useBrandDirectory();
  const principals = useOrganizationDirectory();
  const { organization } = useViewer();
  const change = (next: Partial<Wishes>) => onChange({ ...wishes, ...next });
  return (
    <>
      {organization.kind === 'AGENT_FIRM' ? (
        <RemoteSelect
          label={t('send.onBehalfOf')}
          required
          {...principals}
          value={wishes.onBehalfOf}
          onChange={(onBehalfOf) => change({ onBehalfOf })}
        />
      ) : null}
      <RemoteSelect
        label={t('send.brand')}
        description={t('send.brandHint')}
        {...brands}
        value={wishes.brand}
        onChange={(brand) => change({ brand })}
        clearable
      />
      <Select
        label={t('send.tlp')}
        data={Object.values(Tlp).map((value) => ({ value, label: TLP_TEXT[value] }))}
        value={wishes.tlp}
        onChange={(tlp) => change({ tlp: (tlp as Tlp | null) ?? 'AMBER' })}
        allowDeselect={false}
      />
      <Checkbox
        label={t('send.draft')}
        description={t('send.draftHint')}
        checked={wishes.draft}
        onChange={({ currentTarget }) => change({ draft: currentTarget.checked })}
      />
      <Checkbox
        label={t('send.dryRun')}
        description={t('send.dryRunHint')}
        checked={wishes.dryRun}
        onChange={({ currentTarget }) => change({ dryRun: currentTarget.checked })}
      />
    </>
  );
}
