import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Sending, useUpload } from '@/features/evidence/sending';
import type { PictureSide } from '@/gql/graphql';
import { useMeasures } from '@/lib/measures';
import classes from '../products.module.css';
import { DropPicture } from './drop-picture';

/** A picture that is chosen and not added yet. */
export interface ChosenPicture {
  file: File;
  /** What the server answered; nothing while it is on its way. */
  uploadId: string | null;
}

interface PictureSlotProps {
  side: PictureSide;
  chosen: ChosenPicture | null;
  onChange: (chosen: ChosenPicture | null) => void;
}

/** Where the picture of one side is dropped before its feature is there, and then seen. */
export function PictureSlot({ side, chosen, onChange }: PictureSlotProps) {
  const { t } = useTranslation('products');
  if (!chosen)
    return (
      <DropPicture
        label={t(`pictures.addSide.${side}`)}
        text={t('pictures.add')}
        onFile={(file) => onChange({ file, uploadId: null })}
      />
    );
  return (
    <Chosen key={`${chosen.file.name}-${chosen.file.lastModified}`} side={side} chosen={chosen} onChange={onChange} />
  );
}

function Chosen({ side, chosen, onChange }: PictureSlotProps & { chosen: ChosenPicture }) {
  const { t } = useTranslation(['products', 'evidence']);
  const measures = useMeasures();
  const { file, uploadId } = chosen;
  const sent = useUpload(file);
  const preview = usePreview(file);
  const arrived = sent.uploaded?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it has arrived
  useEffect(() => {
    if (arrived && arrived !== uploadId) onChange({ file, uploadId: arrived });
  }, [arrived]);
  return (
    <div className={classes.chosen}>
      <div className={classes.frame}>
        {preview ? <img className={classes.preview} src={preview} alt={t(`pictures.chosen.${side}`)} /> : null}
      </div>
      <div className={classes.caption}>
        <span className={classes.file}>{file.name}</span>
        <span className={classes.dimmed}>{measures.bytes(file.size)}</span>
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={classes.end}
          aria-label={t('pictures.removeOne', { name: t(`pictures.chosen.${side}`) })}
          onClick={() => onChange(null)}
        >
          {t('pictures.remove')}
        </Button>
      </div>
      {sent.failure ? (
        <p role="alert" className={classes.failure}>
          {t(`evidence:upload.${sent.failure}`)}
        </p>
      ) : (
        <Sending {...sent} />
      )}
    </div>
  );
}

/** The picture as the content security policy allows it: from the page itself, not from an address of its own. */
function usePreview(file: File): string | null {
  const [preview, setPreview] = useState<string | null>(null);
  useEffect(() => {
    const reader = new FileReader();
    reader.onload = () => setPreview(typeof reader.result === 'string' ? reader.result : null);
    reader.readAsDataURL(file);
    return () => {
      reader.onload = null;
    };
  }, [file]);
  return preview;
}
