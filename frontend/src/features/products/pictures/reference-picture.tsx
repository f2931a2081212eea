import { Button, Skeleton } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ReferencePictureFragment } from '@/gql/graphql';
import classes from '../products.module.css';
import { usePicture } from './use-picture';

graphql(`
  fragment ReferencePicture on ProductPicture {
    id
    side
    caption
    fileName
    mediaType
    bytes
    sha256
    addedAt
    quarantined
  }
`);

interface ReferencePictureProps {
  picture: ReferencePictureFragment;
  /** What is to be seen on it, for who cannot see it. */
  alt: string;
  /** It is of something RED: not before somebody has said what for. */
  closed?: boolean;
  /** What it is opened for, where that was said. */
  purpose?: string;
  /** Looks at it large. */
  onLarge: (url: string) => void;
  onLink?: (url: string) => void;
}

/** A picture that comes when it is scrolled into sight; a click makes it large. */
export function ReferencePicture(props: ReferencePictureProps) {
  const { picture, alt, closed = false, purpose, onLarge, onLink } = props;
  const { t } = useTranslation(['products', 'common']);
  const { ref, inViewport } = useInViewport<HTMLDivElement>();
  const [met, setMet] = useState(false);
  if (inViewport && !met) setMet(true);
  const { quarantined } = picture;
  const { url, failure, again } = usePicture(picture.id, met && !closed && !quarantined, purpose);
  const [broken, setBroken] = useState<string | null>(null);
  if (quarantined) return <div className={classes.empty}>{t('pictures.quarantined')}</div>;
  if (closed) return <div className={classes.empty}>{t('pictures.closed')}</div>;
  const lost = failure ?? (url && broken === url ? t('pictures.lost') : null);
  return (
    <div ref={ref} className={classes.frame}>
      {lost ? (
        <div className={classes.empty}>
          <span>{lost}</span>
          <Button variant="default" size="compact-sm" onClick={again}>
            {t('pictures.again')}
          </Button>
        </div>
      ) : url ? (
        <button
          type="button"
          className={classes.picture}
          aria-label={t('pictures.enlarge', { alt })}
          onClick={() => onLarge(url)}
        >
          <img src={url} alt={alt} onLoad={() => onLink?.(url)} onError={() => setBroken(url)} />
        </button>
      ) : (
        <Skeleton className={classes.waiting} />
      )}
    </div>
  );
}
