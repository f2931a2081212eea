import { useState } from 'react';
import type { ServiceCredentialKind } from '@/gql/graphql';
import type { AccountDialogProps } from '../account-dialogs';
import { AddKey } from './add-key';
import { AddSecret } from './add-secret';

/** A secret that is made here, or the public half of a key that never leaves its owner. */
export default function AddCredentialDialog(props: AccountDialogProps) {
  const [kind, setKind] = useState<ServiceCredentialKind>('SECRET');
  const Chosen = kind === 'SECRET' ? AddSecret : AddKey;
  return <Chosen {...props} onKind={setKind} />;
}
