import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/ui/section';
import { Method, Methods } from './method';

const ChangePasswordDialog = lazy(() => import('./change-password-dialog'));

export function Password() {
  const { t } = useTranslation('settings');
  const [changing, setChanging] = useState(false);
  return (
    <Section title={t('password.title')}>
      <Methods>
        <Method name={t('password.title')} hint={t('password.hint')}>
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('password.change')}
          </Button>
        </Method>
      </Methods>
      <Suspense>{changing ? <ChangePasswordDialog onClose={() => setChanging(false)} /> : null}</Suspense>
    </Section>
  );
}
