import { Button, FileButton, Group, Text } from '@mantine/core';
import { IconPackage, IconUpload } from '@tabler/icons-react';
import { type DragEvent, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tlp } from '@/gql/graphql';
import classes from './evidence.module.css';

const AttachDialog = lazy(() => import('./dialogs/attach-dialog'));

/** What browsers offer to choose; the server looks at the bytes. */
const ACCEPT =
  'image/jpeg,image/png,image/webp,application/pdf,video/mp4,video/quicktime,video/webm,text/html,text/plain,.zip,.docx,.xlsx';

interface AddEvidenceProps {
  leadId: string;
  tlp: Tlp;
}

/** Where files are dropped or chosen, one after the other; a thing needs none. */
export function AddEvidence({ leadId, tlp }: AddEvidenceProps) {
  const { t } = useTranslation('evidence');
  const [waiting, setWaiting] = useState<(File | null)[]>([]);
  const [over, setOver] = useState(false);
  const add = (files: readonly (File | null)[]) => setWaiting((all) => [...all, ...files]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  const [next] = waiting;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons in it are the first
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text size="sm" c="dimmed">
        {t('add.drop')}
      </Text>
      <Group gap="xs">
        <FileButton multiple accept={ACCEPT} onChange={add} inputProps={{ 'aria-label': t('add.choose') }}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<IconUpload size={15} aria-hidden />}>
              {t('add.choose')}
            </Button>
          )}
        </FileButton>
        <Button variant="default" leftSection={<IconPackage size={15} aria-hidden />} onClick={() => add([null])}>
          {t('add.sample')}
        </Button>
      </Group>
      {next === undefined ? null : (
        <Suspense>
          <AttachDialog
            // Another file is another form.
            key={waiting.length}
            leadId={leadId}
            leadTlp={tlp}
            file={next}
            left={waiting.length - 1}
            onClose={() => setWaiting(([, ...rest]) => rest)}
          />
        </Suspense>
      )}
    </div>
  );
}
