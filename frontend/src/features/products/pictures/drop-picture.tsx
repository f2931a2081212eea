import { Button, FileButton } from '@mantine/core';
import { IconPhotoPlus } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../products.module.css';

/** What browsers offer to choose; the server looks at the bytes. */
const ACCEPT = 'image/jpeg,image/png,image/webp';

interface DropPictureProps {
  /** What the button does, by name. */
  label: string;
  /** What stands on it. */
  text: string;
  onFile: (file: File) => void;
  /** Whether several may come at once. */
  several?: boolean;
}

/** Where a picture is dropped, or chosen by the button within, which the keyboard reaches. */
export function DropPicture({ label, text, onFile, several = false }: DropPictureProps) {
  const { t } = useTranslation('products');
  const [over, setOver] = useState(false);
  const take = (files: Iterable<File>) => {
    for (const file of several ? files : [...files].slice(0, 1)) onFile(file);
  };
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  const button = (props: { onClick: () => void }) => (
    <Button {...props} variant="default" aria-label={label} leftSection={<IconPhotoPlus size={15} aria-hidden />}>
      {text}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button in it is the first
    <div
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      {several ? (
        <FileButton multiple accept={ACCEPT} onChange={take} inputProps={{ 'aria-label': label }}>
          {button}
        </FileButton>
      ) : (
        <FileButton accept={ACCEPT} onChange={(file) => take(file ? [file] : [])} inputProps={{ 'aria-label': label }}>
          {button}
        </FileButton>
      )}
      <span className={classes.hint}>{t(several ? 'pictures.dropSeveral' : 'pictures.drop')}</span>
    </div>
  );
}
