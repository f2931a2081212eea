import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FakeFeatureFragment, PictureSide, ReferencePictureFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { DropPicture } from '../pictures/drop-picture';
import { ReferencePicture } from '../pictures/reference-picture';
import classes from '../products.module.css';

const AddPictureDialog = lazy(() => import('../dialogs/add-picture-dialog'));
const RemovePictureDialog = lazy(() => import('../dialogs/remove-picture-dialog'));

interface FeatureSideProps {
  side: PictureSide;
  feature: FakeFeatureFragment;
  /** What is to be seen there; nothing where it is not told yet. */
  text: string | null | undefined;
  picture: ReferencePictureFragment | null | undefined;
  alt: string;
  /** It is RED, and nobody has said what for. */
  closed: boolean;
  purpose?: string;
  edits: boolean;
  onLink: (url: string) => void;
  onLarge: () => void;
  onStale: () => void;
}

/** One side of a feature: its picture, or where one is dropped, and what is to be seen there. */
export function FeatureSide(props: FeatureSideProps) {
  const { side, feature, text, picture, alt, closed, purpose, edits, onLink, onLarge, onStale } = props;
  const { t } = useTranslation('products');
  const { labelled } = useFormats();
  const [file, setFile] = useState<File | null>(null);
  const [removing, setRemoving] = useState(false);
  return (
    <div className={classes.sideOf} data-side={side}>
      <div className={classes.sideHead}>
        <span className={classes.side}>{t(`sides.${side}`)}</span>
        {picture && edits ? (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            aria-label={t('pictures.removeOne', { name: alt })}
            onClick={() => setRemoving(true)}
          >
            {t('pictures.remove')}…
          </Button>
        ) : null}
      </div>
      {picture ? (
        <ReferencePicture
          picture={picture}
          alt={alt}
          closed={closed}
          purpose={purpose}
          onLink={onLink}
          onLarge={onLarge}
        />
      ) : edits ? (
        <DropPicture
          label={labelled(t(`pictures.addSide.${side}`), feature.feature)}
          text={t('pictures.add')}
          onFile={setFile}
        />
      ) : (
        <div className={classes.empty}>{t('pictures.none')}</div>
      )}
      {picture?.caption ? <p className={classes.note}>{picture.caption}</p> : null}
      {text ? <p className={classes.text}>{text}</p> : null}
      <Suspense>
        {file ? (
          <AddPictureDialog
            of={{ featureId: feature.id }}
            version={feature.version}
            side={side}
            file={file}
            onStale={onStale}
            onClose={() => setFile(null)}
          />
        ) : null}
        {removing && picture ? (
          <RemovePictureDialog
            id={picture.id}
            version={feature.version}
            onStale={onStale}
            onClose={() => setRemoving(false)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
