import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '@/gql';
import { BuyerIdentityPurpose, type RevealBuyerIdentityMutation } from '@/gql/graphql';
import { CommandDialog } from '@/ui/command-dialog';
import { useCommandForm } from '@/ui/command-form';
import type { PurchaseDialogProps } from '../purchase-dialogs';
import classes from '../purchases.module.css';

const RevealBuyerIdentity = graphql(`
  mutation RevealBuyerIdentity($input: RevealBuyerIdentityInput!) {
    revealBuyerIdentity(input: $input) {
      identity {
        alias
        account
        shipTo
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Identity = NonNullable<RevealBuyerIdentityMutation['revealBuyerIdentity']['identity']>;

/** As whom it is bought, for a purpose that is logged. What is shown lives in this dialog only and goes with it. */
export default function RevealDialog({ purchase, onClose, onStale }: PurchaseDialogProps) {
  const { t } = useTranslation('purchases');
  const [shown, setShown] = useState<Identity | null>(null);
  const command = useCommandForm({
    document: RevealBuyerIdentity,
    initialValues: { purpose: null as BuyerIdentityPurpose | null },
    variables: ({ purpose }) => ({ input: { id: purchase.id, purpose: purpose ?? 'ORDER' } }),
    validate: ({ purpose }) => (purpose ? {} : { purpose: t('form.purposeNeeded') }),
    onDone: ({ identity }) => setShown(identity ?? null),
    onStale,
  });
  if (shown) return <Shown identity={shown} onClose={onClose} />;
  return (
    <CommandDialog title={t('steps.REVEAL')} submitLabel={t('form.show')} command={command} onClose={onClose}>
      <Text size="sm">{t('texts.REVEAL')}</Text>
      <Select
        label={t('form.whatFor')}
        required
        data={Object.values(BuyerIdentityPurpose).map((value) => ({ value, label: t(`revealPurposes.${value}`) }))}
        {...command.form.getInputProps('purpose')}
      />
    </CommandDialog>
  );
}

function Shown({ identity: { alias, account, shipTo }, onClose }: { identity: Identity; onClose: () => void }) {
  const { t } = useTranslation(['purchases', 'common']);
  const phone = useMediaQuery('(max-width: 48em)');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('steps.REVEAL')}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <Stack gap="sm">
        <dl className={classes.clear}>
          <dt>{t('fields.alias')}</dt>
          <dd>{alias}</dd>
          {account ? (
            <>
              <dt>{t('fields.account')}</dt>
              <dd>{account}</dd>
            </>
          ) : null}
          <dt>{t('fields.shipTo')}</dt>
          <dd>{shipTo}</dd>
        </dl>
        <Group justify="flex-end">
          <Button size="sm" onClick={onClose}>
            {t('form.forget')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
