import { Button, Group } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountFragment } from '@/gql/graphql';
import { useFormats } from '@/lib/format';
import { passkeysWork } from '@/lib/passkeys';
import { StateBadge } from '@/ui/state-badge';
import { Method } from './method';

const AddPasskeyDialog = lazy(() => import('./add-passkey-dialog'));
const RenamePasskeyDialog = lazy(() => import('./rename-passkey-dialog'));
const RemovePasskeyDialog = lazy(() => import('./remove-passkey-dialog'));

export type OwnPasskey = AccountFragment['secondFactor']['passkeys'][number];

type Dialog = { step: 'add' } | { step: 'rename' | 'remove'; passkey: OwnPasskey };

/** The passkeys one has, and another one. */
export function Passkeys({ factor }: { factor: AccountFragment['secondFactor'] }) {
  const { t } = useTranslation('settings');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { passkeys, required, totpSince } = factor;
  const isLast = required && !totpSince && passkeys.length === 1;
  const works = passkeysWork();
  const close = () => setDialog(null);
  return (
    <>
      <Method
        name={t('passkeys.title')}
        state={passkeys.length > 0 ? null : <StateBadge tone="neutral" label={t('passkeys.none')} />}
        hint={t(works ? 'passkeys.hint' : 'passkeys.unsupported')}
      >
        {works ? (
          <Button variant="default" onClick={() => setDialog({ step: 'add' })}>
            {t('passkeys.add')}
          </Button>
        ) : null}
      </Method>
      {passkeys.map((passkey) => (
        <PasskeyRow
          key={passkey.id}
          passkey={passkey}
          onRename={() => setDialog({ step: 'rename', passkey })}
          onRemove={isLast ? undefined : () => setDialog({ step: 'remove', passkey })}
        />
      ))}
      <Suspense>
        {dialog?.step === 'add' ? <AddPasskeyDialog onClose={close} /> : null}
        {dialog?.step === 'rename' ? <RenamePasskeyDialog passkey={dialog.passkey} onClose={close} /> : null}
        {dialog?.step === 'remove' ? <RemovePasskeyDialog passkey={dialog.passkey} onClose={close} /> : null}
      </Suspense>
    </>
  );
}

interface PasskeyRowProps {
  passkey: OwnPasskey;
  onRename: () => void;
  /** Missing where a role asks for a second factor and this is the last one. */
  onRemove?: () => void;
}

function PasskeyRow({ passkey, onRename, onRemove }: PasskeyRowProps) {
  const { t } = useTranslation('settings');
  const { dateTime, relative, labelled } = useFormats();
  const { name, createdAt, lastUsedAt } = passkey;
  const used = lastUsedAt ? t('passkeys.used', { at: relative(lastUsedAt) }) : t('passkeys.never');
  return (
    <Method name={name} hint={`${t('passkeys.since', { at: dateTime(createdAt) })} · ${used}`}>
      <Group gap={6}>
        <Button variant="default" aria-label={labelled(t('passkeys.rename'), name)} onClick={onRename}>
          {t('passkeys.rename')}
        </Button>
        {onRemove ? (
          <Button variant="default" aria-label={labelled(t('passkeys.remove'), name)} onClick={onRemove}>
            {t('passkeys.remove')}
          </Button>
        ) : null}
      </Group>
    </Method>
  );
}
