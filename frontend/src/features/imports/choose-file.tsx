import { Button, FileButton, Text } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '@/ui/failure-note';
import classes from './imports.module.css';
import { type Sent, sendFile } from './upload';

type Problem = Extract<Sent, { problem: string }>['problem'];

/** A file is chosen or dropped and sent as it is. */
export function ChooseFile({ onSent }: { onSent: (id: string) => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File | null | undefined) => {
    if (!file) return;
    setProblem(null);
    setSending(true);
    const sent = await sendFile(file);
    setSending(false);
    if ('id' in sent) onSent(sent.id);
    else setProblem(sent.problem);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <div className={classes.form}>
      <Text size="sm" c="dimmed">
        {t('hint')}
      </Text>
      <FailureNote message={problem ? t(`problem.${problem}`) : null} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: to drop is a shortcut for the button within */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <FileButton accept=".json,.jsonl,.ndjson,.csv,.tsv,.txt" onChange={(file) => void send(file)}>
          {(props) => (
            <Button {...props} size="sm" loading={sending}>
              {t('choose')}
            </Button>
          )}
        </FileButton>
        <span className={classes.hint}>{t('drop')}</span>
      </div>
    </div>
  );
}
