import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import { useViewer } from '@/lib/viewer';
import { notify } from '@/ui/notify';
import classes from './recovery-codes.module.css';

/** The only time these are seen: copied, saved or printed before one goes on. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const { person } = useViewer();
  const { labelled } = useFormats();
  const [kept, setKept] = useState(false);
  const text = `${labelled(t('common:product'), t('codes.title'))}\n${person.email}\n\n${codes.join('\n')}\n`;
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    void notify(t('common:copied'));
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{t('codes.text')}</Text>
      <ul className={classes.codes} aria-label={t('codes.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group gap={6}>
        <Button variant="default" leftSection={<IconCopy size={15} />} onClick={() => void copy()}>
          {t('codes.copy')}
        </Button>
        <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => download(text)}>
          {t('codes.download')}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
          {t('codes.print')}
        </Button>
      </Group>
      <Checkbox
        label={t('codes.kept')}
        checked={kept}
        onChange={({ currentTarget }) => setKept(currentTarget.checked)}
      />
      <Group justify="flex-end">
        <Button size="sm" disabled={!kept} onClick={onDone}>
          {t('codes.done')}
        </Button>
      </Group>
    </Stack>
  );
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'touchstone-recovery-codes.txt';
  link.click();
  URL.revokeObjectURL(url);
}
