import { Alert, Button, Group } from '@mantine/core';
import { IconShieldExclamation } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { Section } from '@/ui/section';
import { StateBadge } from '@/ui/state-badge';
import { Method, Methods } from './method';
import { Passkeys } from './passkeys';

const EnrolTotpDialog = lazy(() => import('./enrol-totp-dialog'));
const RemoveTotpDialog = lazy(() => import('./remove-totp-dialog'));
const RenewCodesDialog = lazy(() => import('./renew-codes-dialog'));

const FEW_CODES = 3;

/** What is asked beside the password. */
export function SecondFactor({ account }: { account: AccountFragment }) {
  const { t } = useTranslation('settings');
  const [dialog, setDialog] = useState<'enrol' | 'remove' | 'codes' | null>(null);
  const { dateTime } = useFormats();
  const { required, enrolled, totpSince, recoveryCodesLeft, passkeys } = account.secondFactor;
  const close = () => setDialog(null);
  return (
    <Section title={t('factor.title')}>
      {required && !enrolled ? (
        <Alert color="yellow" variant="light" mb="sm" p="xs" icon={<IconShieldExclamation size={16} />}>
          {t('factor.required')}
        </Alert>
      ) : null}
      <Methods>
        <Method
          name={t('factor.totp')}
          state={<StateBadge tone={totpSince ? 'good' : 'neutral'} label={t(totpSince ? 'factor.on' : 'factor.off')} />}
          hint={totpSince ? t('factor.since', { at: dateTime(totpSince) }) : t('factor.totpHint')}
        >
          <Group gap={6}>
            <Button variant={enrolled ? 'default' : 'filled'} onClick={() => setDialog('enrol')}>
              {t(totpSince ? 'factor.replace' : 'factor.setUp')}
            </Button>
            {totpSince && (!required || passkeys.length > 0) ? (
              <Button variant="default" onClick={() => setDialog('remove')}>
                {t('factor.remove')}
              </Button>
            ) : null}
          </Group>
        </Method>
        <Passkeys factor={account.secondFactor} />
        {enrolled ? (
          <Method
            name={t('factor.codes')}
            state={
              <StateBadge
                tone={recoveryCodesLeft < FEW_CODES ? 'attention' : 'good'}
                label={t('factor.codesLeft', { count: recoveryCodesLeft })}
              />
            }
            hint={t('factor.codesHint')}
          >
            <Button variant="default" onClick={() => setDialog('codes')}>
              {t('factor.renewCodes')}
            </Button>
          </Method>
        ) : null}
      </Methods>
      <Suspense>
        {dialog === 'enrol' ? <EnrolTotpDialog onClose={close} /> : null}
        {dialog === 'remove' ? <RemoveTotpDialog onClose={close} /> : null}
        {dialog === 'codes' ? <RenewCodesDialog onClose={close} /> : null}
      </Suspense>
    </Section>
  );
}
