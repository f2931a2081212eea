import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import type { ProductPicturesFragment, ReferencePictureFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import classes from '../products.module.css';
import { DropPicture } from './drop-picture';
import type { LargePicture } from './large-pictures';
import { ReferencePicture } from './reference-picture';

const AddPictureDialog = lazy(() => import('../dialogs/add-picture-dialog'));
const RemovePictureDialog = lazy(() => import('../dialogs/remove-picture-dialog'));
const LargePictures = lazy(() => import('./large-pictures'));

graphql(`
  fragment ProductPictures on ProductModel {
    id
    name
    version
    allowedActions
    pictures {
      ...ReferencePicture
    }
  }
`);

/** The server takes no more. */
const MOST = 12;

interface ProductPicturesProps {
  product: ProductPicturesFragment;
  onStale: () => void;
}

/** Pictures of the product as a whole; dropped in, or chosen. */
export function ProductPictures({ product, onStale }: ProductPicturesProps) {
  const { t } = useTranslation('products');
  const [waiting, setWaiting] = useState<File[]>([]);
  const [removing, setRemoving] = useState<ReferencePictureFragment | null>(null);
  const [large, setLarge] = useState<LargePicture | null>(null);
  const { id, name, version, pictures } = product;
  const edits = product.allowedActions.includes('EDIT');
  if (pictures.length === 0 && !edits) return null;
  const [next] = waiting;
  return (
    <Section title={t('pictures.title')} count={pictures.length}>
      {pictures.length > 0 ? (
        <ul className={classes.gallery}>
          {pictures.map((picture) => (
            <PictureItem
              key={picture.id}
              picture={picture}
              of={name}
              onLarge={setLarge}
              onRemove={edits ? () => setRemoving(picture) : undefined}
            />
          ))}
        </ul>
      ) : null}
      {edits && pictures.length < MOST ? (
        <DropPicture
          several
          label={t('pictures.add')}
          text={t('pictures.add')}
          onFile={(file) => setWaiting((all) => [...all, file])}
        />
      ) : null}
      <Suspense>
        {next ? (
          <AddPictureDialog
            // Another file is another form.
            key={waiting.length}
            of={{ productId: id }}
            version={version}
            file={next}
            left={waiting.length - 1}
            onStale={onStale}
            onClose={() => setWaiting(([, ...rest]) => rest)}
          />
        ) : null}
        {removing ? (
          <RemovePictureDialog id={removing.id} version={version} onStale={onStale} onClose={() => setRemoving(null)} />
        ) : null}
        {large ? <LargePictures title={name} pictures={[large]} onClose={() => setLarge(null)} /> : null}
      </Suspense>
    </Section>
  );
}

interface PictureItemProps {
  picture: ReferencePictureFragment;
  of: string;
  onLarge: (large: LargePicture) => void;
  onRemove?: () => void;
}

function PictureItem({ picture, of, onLarge, onRemove }: PictureItemProps) {
  const { t } = useTranslation('products');
  const { labelled } = useFormats();
  const side = t(`sides.${picture.side}`);
  const caption = labelled(side, picture.caption ?? of);
  return (
    <li className={classes.tile} data-side={picture.side}>
      <ReferencePicture picture={picture} alt={caption} onLarge={(url) => onLarge({ url, alt: caption, caption })} />
      <div className={classes.caption}>
        <span className={classes.side}>{side}</span>
        {picture.caption ? <span>{picture.caption}</span> : null}
        {onRemove ? (
          <Button
            variant="subtle"
            color="red"
            size="compact-xs"
            className={classes.end}
            aria-label={t('pictures.removeOne', { name: caption })}
            onClick={onRemove}
          >
            {t('pictures.remove')}…
          </Button>
        ) : null}
      </div>
    </li>
  );
}
