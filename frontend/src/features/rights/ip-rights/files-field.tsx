import { Button, CloseButton, FileButton, Input } from '@mantine/core';
import { useId } from '@mantine/hooks';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { MOST_BYTES, type OfficeFile, readFiles } from './import-form';
import classes from './import-page.module.css';

interface FilesFieldProps {
  files: readonly OfficeFile[];
  error?: ReactNode;
  onChange: (files: OfficeFile[]) => void;
}

/** Files are chosen or dropped, and read here: only their texts are sent. */
export function FilesField({ files, error, onChange }: FilesFieldProps) {
  const { t } = useTranslation('ipRights');
  const id = useId();
  const [over, setOver] = useState(false);
  const [unread, setUnread] = useState<string[]>([]);
  const latest = useRef(files);
  latest.current = files;
  const add = async (chosen: Iterable<File>) => {
    const outcome = await readFiles(chosen);
    setUnread(outcome.unread);
    // Others may have come or gone while these were read.
    if (outcome.read.length > 0) onChange([...latest.current, ...outcome.read]);
  };
  const shown = unread.length > 0 ? t('import.notRead', { names: unread.join(', ') }) : error;
  const drag = (isOver: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(isOver);
  };
  return (
    <Input.Wrapper
      id={id}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={shown ? `${id}-error` : undefined}
      label={t('import.files')}
      labelElement="div"
      required
      error={shown}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: to drop is a shortcut for the button within */}
      <div
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          void add(event.dataTransfer.files);
        }}
      >
        <FileButton multiple accept=".xml,text/xml,application/xml" onChange={(chosen) => void add(chosen)}>
          {(props) => (
            <Button {...props} variant="default">
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
        <span className={classes.hint}>{t('import.drop')}</span>
      </div>
      {files.length > 0 ? (
        <ul className={classes.files} aria-label={t('import.files')}>
          {files.map((file) => (
            <ChosenFile
              key={file.key}
              file={file}
              onRemove={() => {
                setUnread([]);
                onChange(files.filter(({ key }) => key !== file.key));
              }}
            />
          ))}
        </ul>
      ) : null}
    </Input.Wrapper>
  );
}

function ChosenFile({ file: { name, bytes }, onRemove }: { file: OfficeFile; onRemove: () => void }) {
  const { t } = useTranslation('ipRights');
  const { number } = useFormats();
  return (
    <li className={classes.file}>
      <span className={classes.fileName} title={name}>
        {name}
      </span>
      <span className={classes.size} data-large={bytes > MOST_BYTES || undefined}>
        {t('import.bytes', { count: bytes, number: number(bytes) })}
      </span>
      <CloseButton size={24} iconSize={14} aria-label={t('import.remove', { name })} onClick={onRemove} />
    </li>
  );
}
