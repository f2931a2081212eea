import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormats } from '@/lib/format';
import classes from './api.module.css';

interface ConfirmMutationProps {
  fields: readonly string[];
  onRun: () => void;
  onClose: () => void;
}

/** A console makes it easy to forget that what is tried is done. */
export default function ConfirmMutation({ fields, onRun, onClose }: ConfirmMutationProps) {
  const { t } = useTranslation(['api', 'common']);
  const { list } = useFormats();
  return (
    <Modal opened onClose={onClose} title={t('confirm.title')} closeButtonProps={{ 'aria-label': t('common:close') }}>
      <Stack gap="sm">
        <Text size="sm">{t('confirm.text')}</Text>
        <code className={classes.code}>{list(fields)}</code>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" size="sm" data-autofocus onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="sm" color="red" onClick={onRun}>
            {t('confirm.run')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
