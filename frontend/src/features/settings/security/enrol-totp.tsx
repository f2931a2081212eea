import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { useCommandForm } from '@/ui/command-form';
import { FailureNote } from '@/ui/failure-note';
import { notify } from '@/ui/notify';
import classes from './enrol-totp.module.css';
import { OwnPasswordField, useOwnPassword } from './own-password-field';
import { RecoveryCodes } from './recovery-codes';

const StartTotp = graphql(`
  mutation StartTotp($input: PasswordInput!) {
    startTotp(input: $input) {
      secret
      uri
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const ConfirmTotp = graphql(`
  mutation ConfirmTotp($input: ConfirmTotpInput!) {
    confirmTotp(input: $input) {
      ...NewRecoveryCodes
    }
  }
`);

const QrCode = lazy(() => import('./qr-code'));

interface NewTotp {
  secret: string;
  uri: string;
}

interface EnrolTotpProps {
  /** From here on leaving would lose the recovery codes. */
  onCodes?: () => void;
  onDone: () => void;
}

/** Password, QR code and first code, recovery codes: one step after the other. */
export function EnrolTotp({ onCodes, onDone }: EnrolTotpProps) {
  const { t } = useTranslation('settings');
  const [totp, setTotp] = useState<NewTotp>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} onDone={onDone} />;
  if (!totp) return <PasswordStep onStarted={setTotp} />;
  return (
    <CodeStep
      totp={totp}
      onConfirmed={(recoveryCodes) => {
        void notify(t('factor.enrolled'));
        // Who replaces an app keeps the codes.
        if (!recoveryCodes?.length) return onDone();
        onCodes?.();
        setCodes(recoveryCodes);
      }}
    />
  );
}

function PasswordStep({ onStarted }: { onStarted: (totp: NewTotp) => void }) {
  const { t } = useTranslation('settings');
  const validate = useOwnPassword();
  const command = useCommandForm({
    document: StartTotp,
    initialValues: { password: '' },
    validate,
    variables: (input) => ({ input }),
    onDone: ({ secret, uri }) => {
      if (secret && uri) onStarted({ secret, uri });
    },
  });
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={command.message} />
        <Text size="sm">{t('factor.enrolText')}</Text>
        <OwnPasswordField form={command.form} />
        <Group justify="flex-end">
          <Button type="submit" size="sm" loading={command.running}>
            {t('factor.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface CodeStepProps {
  totp: NewTotp;
  onConfirmed: (recoveryCodes: readonly string[] | null | undefined) => void;
}

function CodeStep({ totp, onConfirmed }: CodeStepProps) {
  const { t } = useTranslation('settings');
  const command = useCommandForm({
    document: ConfirmTotp,
    initialValues: { code: '' },
    validate: ({ code }) => (/^\d{6}$/.test(code.replace(/\s/g, '')) ? {} : { code: t('factor.codeNeeded') }),
    variables: ({ code }) => ({ input: { code: code.replace(/\s/g, '') } }),
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  });
  return (
    <form onSubmit={command.submit} noValidate>
      <Stack gap="sm">
        <FailureNote message={command.message} />
        <Text size="sm">{t('factor.scan')}</Text>
        <div className={classes.app}>
          <Suspense fallback={<div className={classes.code} />}>
            <QrCode text={totp.uri} label={t('factor.qrCode')} />
          </Suspense>
          <div className={classes.manual}>
            <Text size="sm" c="dimmed">
              {t('factor.manual')}
            </Text>
            <code className={classes.secret}>{totp.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </div>
        </div>
        <TextInput
          label={t('factor.code')}
          description={t('factor.codeHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          autoFocus
          {...command.form.getInputProps('code')}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm" loading={command.running}>
            {t('factor.confirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
