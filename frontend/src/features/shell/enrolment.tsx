import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PublicPage } from '@/features/sessions/public-page';
import { EnrolTotp } from '@/features/settings/security/enrol-totp';
import { useSignOut } from './use-sign-out';

/** All there is for somebody whose role asks for a second factor until there is one. */
export default function Enrolment({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['sessions', 'shell']);
  const signOut = useSignOut();
  const [begun, setBegun] = useState(false);
  return (
    <PublicPage title={t('enrolment.title')}>
      {begun ? null : <Text c="dimmed">{t('enrolment.text')}</Text>}
      <EnrolTotp onCodes={() => setBegun(true)} onDone={onDone} />
      {begun ? null : (
        <Group>
          <Button variant="default" onClick={() => void signOut()}>
            {t('shell:signOut')}
          </Button>
        </Group>
      )}
    </PublicPage>
  );
}
