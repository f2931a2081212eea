import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RecoveryCodes } from './recovery-codes';

/** Closes by its own button alone: whoever leaves before has lost the codes. */
export function RecoveryCodesDialog({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Modal opened onClose={() => {}} withCloseButton={false} title={t('codes.title')}>
      <RecoveryCodes codes={codes} onDone={onDone} />
    </Modal>
  );
}
