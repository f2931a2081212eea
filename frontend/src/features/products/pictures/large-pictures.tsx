import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../products.module.css';

export interface LargePicture {
  url: string;
  alt: string;
  caption: string;
}

interface LargePicturesProps {
  title: string;
  pictures: readonly LargePicture[];
  onClose: () => void;
}

/** One picture, or both sides of a feature beside each other, as large as the screen allows. */
export default function LargePictures({ title, pictures, onClose }: LargePicturesProps) {
  const { t } = useTranslation('common');
  return (
    <Modal opened onClose={onClose} title={title} fullScreen closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes.large} data-two={pictures.length > 1 || undefined}>
        {pictures.map(({ url, alt, caption }) => (
          <figure key={url} className={classes.figure}>
            <img src={url} alt={alt} />
            <figcaption>{caption}</figcaption>
          </figure>
        ))}
      </div>
    </Modal>
  );
}
