import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from './answer-form';
import type { DeliveryDialogProps } from './settle-dialog';

export function AnswerDialog({ delivery, onClose, onStale }: DeliveryDialogProps) {
  const { t } = useTranslation(['deliveries', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('answer.title')}
      size="lg"
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <AnswerForm delivery={delivery} onAnswered={onClose} onStale={onStale} />
    </Modal>
  );
}
