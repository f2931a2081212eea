import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EnrolTotp } from './enrol-totp';

export default function EnrolTotpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  const [closable, setClosable] = useState(true);
  return (
    <Modal
      opened
      onClose={closable ? onClose : () => {}}
      withCloseButton={closable}
      closeOnClickOutside={false}
      title={t('factor.enrolTitle')}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <EnrolTotp onCodes={() => setClosable(false)} onDone={onClose} />
    </Modal>
  );
}
