import { Button, Group, Modal, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '@/lib/day';
import DayInput from '@/ui/day-input';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import type { FundDialogProps } from '../fund-dialogs';
import { FILES, type FundFile, fetchFundFile } from '../fund-file';

/** A fund in files: on paper, for a spreadsheet, for an accountant. What the reader does not see is not in them. */
export default function ExportDialog({ fund, onClose }: FundDialogProps) {
  const { t, i18n } = useTranslation(['funds', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  const [from, setFrom] = useState(`${today().slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today());
  const [file, setFile] = useState<FundFile>('statement.pdf');
  const [running, setRunning] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const isWrong = !from || !to || to < from;
  const take = async () => {
    setMessage(null);
    setRunning(true);
    const outcome = await fetchFundFile(fund, file, { from, to, language: i18n.language });
    setRunning(false);
    if (outcome !== 'DONE') {
      setMessage(t(`export.failures.${outcome}`));
      return;
    }
    void notify(t('export.done'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('export.title')}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isWrong) void take();
        }}
      >
        <Stack gap="sm">
          <FailureNote message={message} />
          <Text size="sm">{t('export.text')}</Text>
          <Radio.Group
            label={t('export.file')}
            value={file}
            onChange={(value) => setFile(FILES.find((each) => each === value) ?? 'statement.pdf')}
          >
            <Stack gap={8} mt={6}>
              {FILES.map((each) => (
                <Radio key={each} value={each} label={t(`export.files.${FILE_WORDS[each]}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <DayInput label={t('fields.from')} required value={from} max={to} onChange={setFrom} />
            <DayInput
              label={t('fields.to')}
              required
              value={to}
              min={from}
              error={isWrong ? t('export.daysWrong') : undefined}
              onChange={setTo}
            />
          </SimpleGrid>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" size="sm" onClick={onClose}>
              {t('common:cancel')}
            </Button>
            <Button type="submit" size="sm" loading={running} disabled={isWrong}>
              {t('export.take')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const FILE_WORDS = {
  'statement.pdf': 'statement',
  'entries.csv': 'csv',
  'entries.xlsx': 'xlsx',
  'journal.hledger': 'journal',
} as const satisfies Record<FundFile, string>;
