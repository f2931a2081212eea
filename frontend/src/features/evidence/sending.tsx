import { Progress, Text } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Uploaded, type UploadFailure, upload } from './upload';

interface Sent {
  share: number;
  uploaded: Uploaded | null;
  failure: UploadFailure | null;
}

/** Sends the file as soon as the dialog is open; closing it breaks that off. */
export function useUpload(file: File | null): Sent {
  const [share, setShare] = useState(0);
  const [uploaded, setUploaded] = useState<Uploaded | null>(null);
  const [failure, setFailure] = useState<UploadFailure | null>(null);
  useEffect(() => {
    if (!file) return;
    const leaving = new AbortController();
    upload(file, setShare, leaving.signal).then(setUploaded, setFailure);
    return () => leaving.abort();
  }, [file]);
  return useMemo(() => ({ share, uploaded, failure }), [share, uploaded, failure]);
}

/** How far it is on its way, and by which hash it arrived. What went wrong is the dialog's to say. */
export function Sending({ share, uploaded, failure }: Sent) {
  const { t } = useTranslation('evidence');
  if (failure) return null;
  if (uploaded)
    return (
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('upload.done', { hash: uploaded.sha256 })}
      </Text>
    );
  return <Progress value={share * 100} aria-label={t('upload.sending')} />;
}
