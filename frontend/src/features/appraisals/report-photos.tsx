import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReportPhotoFragment } from '@/gql/graphql';
import classes from './appraisals.module.css';
import { photoData } from './photo';

graphql(`
  fragment ReportPhoto on AppraisalPhoto {
    url
    caption
    sha256
    mediaType
  }
`);

/** Each opening of a photo is logged, so they come when somebody wants to see them. */
export function ReportPhotos({ photos }: { photos: readonly ReportPhotoFragment[] }) {
  const { t } = useTranslation('appraisals');
  const [shown, setShown] = useState(false);
  const [large, setLarge] = useState<{ data: string; caption: string } | null>(null);
  const captionOf = ({ caption }: ReportPhotoFragment, index: number) =>
    caption ?? t('report.photo', { number: index + 1 });
  return (
    <>
      {shown ? null : (
        <Button variant="default" size="compact-sm" onClick={() => setShown(true)}>
          {t('report.showPhotos', { count: photos.length })}
        </Button>
      )}
      <ul className={classes.photos}>
        {photos.map((photo, index) => (
          <li key={photo.sha256} className={classes.photo}>
            {shown ? (
              <Photo
                url={photo.url}
                caption={captionOf(photo, index)}
                onOpen={(data) => setLarge({ data, caption: captionOf(photo, index) })}
              />
            ) : null}
            <span>{captionOf(photo, index)}</span>
            <span className={classes.code} title={photo.sha256}>
              {photo.sha256.slice(0, 12)}…
            </span>
          </li>
        ))}
      </ul>
      <Modal
        opened={large !== null}
        onClose={() => setLarge(null)}
        title={large?.caption}
        size="auto"
        closeButtonProps={{ 'aria-label': t('report.closePhoto') }}
      >
        {large ? <img src={large.data} alt={large.caption} style={{ maxWidth: '100%', maxHeight: '75vh' }} /> : null}
      </Modal>
    </>
  );
}

interface PhotoProps {
  url: string;
  caption: string;
  onOpen: (data: string) => void;
}

function Photo({ url, caption, onOpen }: PhotoProps) {
  const { t } = useTranslation('appraisals');
  const [data, setData] = useState<string | null | undefined>();
  useEffect(() => {
    const leaving = new AbortController();
    void photoData(url, leaving.signal).then((read) => leaving.signal.aborted || setData(read));
    return () => leaving.abort();
  }, [url]);
  if (data === undefined) return <span aria-busy style={{ height: 100 }} />;
  if (data === null) return <span className={classes.dimmed}>{t('report.noPhoto')}</span>;
  return (
    <button
      type="button"
      aria-label={t('report.openPhoto', { caption })}
      style={{ padding: 0, border: 0, background: 'none', cursor: 'zoom-in' }}
      onClick={() => onOpen(data)}
    >
      <img src={data} alt="" />
    </button>
  );
}
