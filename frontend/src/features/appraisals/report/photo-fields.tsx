import { ActionIcon, Button, FileButton, Group, Progress, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconCamera, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type UploadFailure, upload } from '@/features/evidence/upload';
import classes from '../appraisals.module.css';
import type { ReportValues } from './report-form';

const MOST = 20;
const ACCEPT = 'image/jpeg,image/png,image/webp';

/** Photos go one after the other as soon as they are chosen; a phone offers its camera. */
export function PhotoFields({ form }: { form: UseFormReturnType<ReportValues> }) {
  const { t } = useTranslation(['appraisals', 'evidence']);
  const { photos } = form.values;
  const { send, sending, share, failure } = usePhotos((photo) => {
    form.insertListItem('photos', photo);
    form.clearFieldError('photos');
  });
  return (
    <fieldset className={classes.fields}>
      <Text component="legend" size="sm" fw={500} px={4}>
        {t('report.parts.photos')}
      </Text>
      {photos.map((photo, index) => (
        <Group key={photo.uploadId} gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={photo.name}
            description={`SHA-256 ${photo.sha256.slice(0, 12)}…`}
            placeholder={t('report.caption')}
            maxLength={200}
            style={{ flex: 1, minWidth: 0 }}
            {...form.getInputProps(`photos.${index}.caption`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            mb={2}
            aria-label={t('report.removePhoto', { name: photo.name })}
            onClick={() => form.removeListItem('photos', index)}
          >
            <IconX size={15} />
          </ActionIcon>
        </Group>
      ))}
      {sending ? <Progress value={share * 100} aria-label={t('evidence:upload.sending')} /> : null}
      {failure ? (
        <Text size="xs" c="red" role="alert">
          {t(`evidence:upload.${failure}`)}
        </Text>
      ) : null}
      {form.errors.photos ? (
        <Text size="xs" c="red" role="alert">
          {form.errors.photos}
        </Text>
      ) : null}
      <Group>
        <FileButton
          multiple
          accept={ACCEPT}
          onChange={(files) => send(files.slice(0, MOST - photos.length))}
          inputProps={{ 'aria-label': t('report.addPhotos') }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              leftSection={<IconCamera size={15} aria-hidden />}
              disabled={photos.length >= MOST}
            >
              {t('report.addPhotos')}
            </Button>
          )}
        </FileButton>
      </Group>
    </fieldset>
  );
}

/** Sends files in the order in which they were chosen; leaving the page breaks that off. */
function usePhotos(onArrived: (photo: ReportValues['photos'][number]) => void) {
  const [sending, setSending] = useState(false);
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<UploadFailure | null>(null);
  const leaving = useRef(new AbortController());
  const arrived = useRef(onArrived);
  arrived.current = onArrived;
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);
  const send = async (files: readonly File[]) => {
    setSending(true);
    setFailure(null);
    try {
      for (const file of files) {
        const { id, sha256 } = await upload(file, setShare, leaving.current.signal);
        arrived.current({ uploadId: id, name: file.name, sha256, caption: '' });
      }
    } catch (why) {
      setFailure(why as UploadFailure);
    }
    setSending(false);
  };
  return { send: (files: readonly File[]) => void send(files), sending, share, failure };
}
